#!/bin/sh
# Installs Soleus for you alone, without root: ./install.sh (and ./uninstall.sh takes it away again).
# The program goes to ~/.local/lib/soleus, its command to ~/.local/bin. Your logs are never touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
library=$HOME/.local/lib/soleus
bin=$HOME/.local/bin
share=${XDG_DATA_HOME:-$HOME/.local/share}

mkdir -p "$HOME/.local/lib" "$bin" "$share"
rm -rf "$library.new"
cp -R "$here/soleus" "$library.new"
cp "$here/uninstall.sh" "$library.new/uninstall.sh"
rm -rf "$library"
mv "$library.new" "$library"
ln -sf "$library/soleus" "$bin/soleus"
ln -sf "$library/soleus-gui" "$bin/soleus-gui"
for file in man/man1/soleus.1.gz bash-completion/completions/soleus zsh/site-functions/_soleus \
    fish/vendor_completions.d/soleus.fish; do
    mkdir -p "$share/$(dirname "$file")"
    cp "$here/share/$file" "$share/$file"
done
"$bin/soleus" desktop --install
case ":$PATH:" in
*":$bin:"*) echo "Start it from the menu, or with: soleus" ;;
*) echo "Start it from the menu, or with: $bin/soleus" ;;
esac
echo "$library/uninstall.sh takes it away again."
