# Bare Debian systems to try things in; sourced by bare-systems and try-packages, which set $work.
# Needs root and the packages debootstrap, xvfb, openbox, xdotool.

# How this machine reaches the network; nothing else of it may be seen within.
passed=()
for name in http_proxy https_proxy no_proxy PIP_CERT SSL_CERT_FILE PIP_INDEX_URL PIP_DEFAULT_TIMEOUT; do
    [ -z "${!name:-}" ] || passed+=("$name=${!name}")
done

# within ROOT WHO NAME=VALUE… -- COMMAND: runs a command in a system, in $folder below WHO's home.
within() {
    local root=$1 who=$2 home=/root environment=()
    shift 2
    [ "$who" = root ] || home=/home/$who
    while [ "$1" != -- ]; do environment+=("$1"); shift; done
    shift
    # Mounts and processes of its own: both are gone when it ends, whatever it left running.
    unshare --mount --pid --fork --kill-child bash -c '
        root=$1 who=$2 python=$3
        shift 3
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mkdir -p "$root/tmp/.X11-unix" && mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
        if [ -n "$python" ]; then
            mkdir -p "$root/opt/python" && mount --bind -o ro "$python" "$root/opt/python"
            # One that was built with a library of its own looks for it where it was installed.
            echo /opt/python/lib >"$root/etc/ld.so.conf.d/python.conf" && chroot "$root" ldconfig
        fi
        exec chroot "$root" setpriv --reuid "$who" --regid "$who" --init-groups -- "$@"
    ' - "$root" "$who" "${python:-}" /usr/bin/env -i HOME="$home" USER="$who" LOGNAME="$who" \
        PATH="${python:+/opt/python/bin:}/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
        LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "${passed[@]}" "${environment[@]}" \
        bash -c 'cd ~/"$1" && eval "$2"' - "${folder:-}" "$1"
}

# bare RELEASE NAME WHO: makes a bare system with a user WHO (or for root), and gives its folder.
bare() {
    local release=$1 base=$work/$1 root=$work/$1-$2-now who=$3
    if [ ! -e "$base.made" ]; then
        rm -rf --one-file-system "$base"
        debootstrap --variant=minbase --include=ca-certificates "$release" "$base" >"$base.log"
        # A mirror may be frozen, and its list of sid then too old for apt.
        echo 'Acquire::Check-Valid-Until "false";' >"$base/etc/apt/apt.conf.d/frozen-mirror"
        # What is thrown away need not be on the disk at once.
        echo force-unsafe-io >"$base/etc/dpkg/dpkg.cfg.d/quick"
        touch "$base.made"
    fi
    rm -rf --one-file-system "$root"
    cp -a --reflink=auto "$base" "$root"
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    [ "$who" = root ] || chroot "$root" useradd --create-home --shell /bin/bash "$who"
    echo "$root"
}

# screen: starts an X display with a window manager; sets $display and $on_screen, what to end.
screen() {
    local number=$((70 + RANDOM % 100))
    Xvfb ":$number" -screen 0 1366x768x24 -ac >/dev/null 2>&1 & on_screen=$!
    sleep 1
    DISPLAY=:$number openbox >/dev/null 2>&1 & on_screen="$! $on_screen"
    display=:$number
}
