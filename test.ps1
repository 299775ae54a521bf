# Runs the unit tests and the lessons. The conformance tests need Debian's Jupyter packages: ./test on Linux runs them too.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
$results = Join-Path $PSScriptRoot 'artifacts/test-results'
New-Item -ItemType Directory -Force $results | Out-Null
$suffix = if ($env:OS -eq 'Windows_NT') { '.exe' } else { '' }
$env:HACKLAB_EXE = Join-Path $PSScriptRoot "artifacts/hacklab/hacklab$suffix"

dotnet publish environment/HackLab.Cli -c Release --use-current-runtime --no-self-contained -o artifacts/hacklab -v quiet -nologo
if ($LASTEXITCODE -ne 0) { Write-Host '0 passed, 1 failed'; exit 1 }
dotnet publish extensions/HackLab -c Release -o artifacts/lab -v quiet -nologo
if ($LASTEXITCODE -ne 0) { Write-Host '0 passed, 1 failed'; exit 1 }
dotnet build HackLab.slnx -c Release -v quiet -nologo
if ($LASTEXITCODE -ne 0) { Write-Host '0 passed, 1 failed'; exit 1 }

$passed = 0; $failed = 0; $skipped = 0
foreach ($project in 'HackLab.Tests', 'HackLab.Notebooks.Tests') {
    $file = Join-Path $results "$project.xml"
    Remove-Item $file -ErrorAction SilentlyContinue
    dotnet run --project "tests/$project" -c Release --no-build -- -xml $file -noLogo
    if (Test-Path $file) {
        $assembly = ([xml](Get-Content $file)).assemblies.assembly
        $passed += [int]$assembly.passed
        $failed += [int]$assembly.failed + [int]$assembly.errors
        $skipped += [int]$assembly.skipped
    } else { $failed += 1 }
}
$line = "$passed passed, $failed failed"
if ($skipped -gt 0) { $line += ", $skipped skipped" }
Write-Host $line
if ($failed -gt 0) { exit 1 }
