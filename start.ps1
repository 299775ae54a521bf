# Sets HackLab up and opens the lessons in Jupyter; with -Headless LESSON runs a lesson without a screen. Safe to run twice.
#   ./start.ps1                               set up, then Jupyter
#   ./start.ps1 -Headless higgs/1-beginner    set up, then run that lesson and write a page with its plots
#   ./start.ps1 -SetUpOnly                    set up, then stop
param([string] $Headless, [switch] $SetUpOnly)
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue) -or -not (dotnet --list-sdks | Select-String '^10\.')) {
    Write-Error 'The .NET 10 SDK is needed: https://dotnet.microsoft.com/download (then open a new terminal and run this again).'
}
if (-not $Headless -and -not (Get-Command jupyter -ErrorAction SilentlyContinue)) {
    Write-Error 'Jupyter Notebook is missing. Install Python, then: python -m pip install notebook   (lessons also run without it: ./start.ps1 -Headless LESSON)'
}

Write-Host "`n== Building (the first time takes a few minutes, later seconds)"
dotnet publish environment/HackLab.Cli -c Release --use-current-runtime --no-self-contained -o artifacts/hacklab -v quiet -nologo
if ($LASTEXITCODE -ne 0) { exit 1 }
dotnet publish extensions/HackLab -c Release -o artifacts/lab -v quiet -nologo
if ($LASTEXITCODE -ne 0) { exit 1 }

if ($Headless) {
    & ./hacklab.ps1 run $Headless
    exit $LASTEXITCODE
}
& ./hacklab.ps1 kernel install
& ./hacklab.ps1 doctor
if ($SetUpOnly) { exit 0 }
Write-Host 'Opening Jupyter; it ends with Ctrl+C here.'
jupyter notebook --notebook-dir=notebooks --ip=127.0.0.1
exit $LASTEXITCODE
