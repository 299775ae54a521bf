# Runs HackLab's command line, whatever folder it is called from; builds it first if that has not been done.
$ErrorActionPreference = 'Stop'
$program = Join-Path $PSScriptRoot 'artifacts/hacklab/hacklab'
if ($env:OS -eq 'Windows_NT') { $program += '.exe' }
if (-not (Test-Path $program)) {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        [Console]::Error.WriteLine('hacklab: the .NET 10 SDK is not installed; get it from https://dot.net and open a new terminal.')
        exit 2
    }
    [Console]::Error.WriteLine('hacklab: building it first (once, about a minute) ...')
    $project = Join-Path $PSScriptRoot 'environment/HackLab.Cli'
    $output = Join-Path $PSScriptRoot 'artifacts/hacklab'
    dotnet publish $project -c Release --use-current-runtime --no-self-contained -o $output -v quiet -nologo | Out-Host
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
& $program @args
exit $LASTEXITCODE
