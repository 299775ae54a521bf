# Sets HackLab up and opens the lessons in Jupyter; with -Headless LESSON runs a lesson without a screen. Safe to run twice.
#   ./start.ps1                               set up, then Jupyter
#   ./start.ps1 -Headless higgs/1-beginner    set up, then run that lesson and write a page with its plots
#   ./start.ps1 -SetUpOnly                    set up, then stop
param([string] $Headless, [switch] $SetUpOnly)
$ErrorActionPreference = 'Stop'

function Stop-Here([string] $Message, [int] $Code) {
    [Console]::Error.WriteLine($Message)
    exit $Code
}

# What follows the lesson goes to hacklab run, as in ./start.
if ($args -and -not $Headless) { Stop-Here "start: I do not know '$args'. The first lines of start.ps1 list what there is." 2 }
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue) -or -not (dotnet --list-sdks | Select-String '^10\.')) {
    Stop-Here 'The .NET 10 SDK is needed: https://dotnet.microsoft.com/download (then open a new terminal and run this again).' 1
}
if (-not $Headless -and -not (Get-Command jupyter -ErrorAction SilentlyContinue)) {
    Stop-Here 'Jupyter Notebook is missing. Install Python, then: python -m pip install notebook   (lessons also run without it: ./start.ps1 -Headless LESSON)' 1
}

Push-Location $PSScriptRoot   # and back, whatever happens: a script's location is that of the terminal
try {
    Write-Host "`n== Building (the first time takes a few minutes, later seconds)"
    dotnet publish environment/HackLab.Cli -c Release --use-current-runtime --no-self-contained -o artifacts/hacklab -v quiet -nologo
    if ($LASTEXITCODE -ne 0) { exit 1 }
    dotnet publish extensions/HackLab -c Release -o artifacts/lab -v quiet -nologo
    if ($LASTEXITCODE -ne 0) { exit 1 }

    if ($Headless) {
        & ./hacklab.ps1 run $Headless @args
        exit $LASTEXITCODE
    }
    & ./hacklab.ps1 kernel install
    if ($LASTEXITCODE -ne 0) { exit 1 }
    & ./hacklab.ps1 doctor
    if ($SetUpOnly) { exit 0 }
    Write-Host 'Opening Jupyter; it ends with Ctrl+C here.'
    jupyter notebook --notebook-dir=notebooks --ip=127.0.0.1
    exit $LASTEXITCODE
}
finally { Pop-Location }
