# Steps that ./start and ./test share. Each says what it does, does nothing if it was done, and says what to do if it cannot.

say() { printf '\n== %s\n' "$*"; }

have() { command -v "$1" >/dev/null 2>&1; }

# Runs as root where that is needed and possible.
privileged() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif have sudo; then sudo "$@"
    else return 1
    fi
}

# Jupyter refuses to serve root unless told so; containers often have no other user.
as_root() { [ "$(id -u)" != 0 ] || echo --allow-root; }

# Installs Debian packages that are missing; elsewhere says what to install.
# usage: need_packages WHAT-FOR PACKAGE…
need_packages() {
    local why="$1"; shift
    local missing=() package
    if ! have apt-get; then
        echo "$why: please install it yourself on this system ($*)." >&2
        return 1
    fi
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return 0
    say "Installing for $why: ${missing[*]}"
    privileged apt-get update -qq || true
    if ! DEBIAN_FRONTEND=noninteractive privileged apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
        echo "$why: could not install ${missing[*]}. Please run: apt-get install ${missing[*]}" >&2
        return 1
    fi
}

need_sdk() {
    if ! have dotnet; then
        echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download (then open a new terminal and run this again)." >&2
        exit 1
    fi
    if ! dotnet --list-sdks | grep -q '^10\.'; then
        echo "The .NET 10 SDK is needed; this machine has: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' '). See https://dotnet.microsoft.com/download" >&2
        exit 1
    fi
}

need_jupyter() {
    have jupyter && jupyter notebook --version >/dev/null 2>&1 && return 0
    if have apt-get; then need_packages "Jupyter Notebook" jupyter-notebook
    else
        echo "Jupyter Notebook is missing. Install it with: python3 -m pip install notebook   (lessons also run without it: ./start --headless LESSON)" >&2
        exit 1
    fi
}

# The program and the notebooks' library, compiled ahead of time for this machine. dotnet itself sees what is up to date.
build() {
    say "Building (the first time takes a few minutes, later seconds)"
    dotnet publish environment/HackLab.Cli -c Release --use-current-runtime --no-self-contained -o artifacts/hacklab -v quiet -nologo
    dotnet publish extensions/HackLab -c Release -o artifacts/lab -v quiet -nologo
}
