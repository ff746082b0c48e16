#!/bin/sh
# Takes away what install.sh put there. Your logs, settings and backups stay where they are.
set -eu
library=$HOME/.local/lib/soleus
bin=$HOME/.local/bin
share=${XDG_DATA_HOME:-$HOME/.local/share}

[ ! -x "$library/soleus" ] || "$library/soleus" desktop --remove
for file in man/man1/soleus.1.gz bash-completion/completions/soleus zsh/site-functions/_soleus \
    fish/vendor_completions.d/soleus.fish; do
    rm -f "$share/$file"
    rmdir -p --ignore-fail-on-non-empty "$share/$(dirname "$file")" 2>/dev/null || true
done
rm -f "$bin/soleus" "$bin/soleus-gui"
rm -rf "$library"
echo "Soleus is gone. Your logs are where they were."
