# Runs the unit tests and the lessons. The conformance tests need Debian's Jupyter packages: ./test on Linux runs them too.
#   ./test.ps1            all
#   ./test.ps1 units      one part: units, torch, signatures, notebooks, lessons
param([ValidateSet('all', 'units', 'torch', 'signatures', 'notebooks', 'lessons')] [string] $Part = 'all')
$ErrorActionPreference = 'Stop'

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue) -or -not (dotnet --list-sdks | Select-String '^10\.')) {
    [Console]::Error.WriteLine('The .NET 10 SDK is needed: https://dotnet.microsoft.com/download (then open a new terminal and run this again).')
    exit 1
}
$results = Join-Path $PSScriptRoot 'artifacts/test-results'
New-Item -ItemType Directory -Force $results | Out-Null
$suffix = if ($env:OS -eq 'Windows_NT') { '.exe' } else { '' }
$env:HACKLAB_EXE = Join-Path $PSScriptRoot "artifacts/hacklab/hacklab$suffix"

function Stop-Unbuilt {
    if ($LASTEXITCODE -eq 0) { return }
    Write-Host 'The build failed.'
    Write-Host '0 passed, 1 failed'
    exit 1
}

Push-Location $PSScriptRoot   # and back, whatever happens: a script's location is that of the terminal
try {
    if ($Part -in 'all', 'notebooks', 'lessons') {
        dotnet publish environment/HackLab.Cli -c Release --use-current-runtime --no-self-contained -o artifacts/hacklab -v quiet -nologo
        Stop-Unbuilt
        dotnet publish extensions/HackLab -c Release -o artifacts/lab -v quiet -nologo
        Stop-Unbuilt
    }
    dotnet build HackLab.slnx -c Release -v quiet -nologo
    Stop-Unbuilt

    $passed = 0; $failed = 0; $skipped = 0
    $projects = [ordered] @{
        units = 'HackLab.Tests'; torch = 'ManagedTorch.Tests'; signatures = 'ApiSurface'; notebooks = 'HackLab.Notebooks.Tests'
    }
    foreach ($name in $projects.Keys) {
        if ($Part -ne 'all' -and $Part -ne $name) { continue }
        $file = Join-Path $results "$name.xml"
        Remove-Item $file -ErrorAction SilentlyContinue
        dotnet run --project "tests/$($projects[$name])" -c Release --no-build -- -xml $file -noLogo
        if (Test-Path $file) {
            $report = New-Object System.Xml.XmlDocument   # reads the file in the encoding that it names
            $report.Load($file)
            $assembly = $report.assemblies.assembly
            $passed += [int] $assembly.passed
            $failed += [int] $assembly.failed + [int] $assembly.errors
            $skipped += [int] $assembly.skipped
        }
        else { $failed += 1 }   # a run that leaves no report counts as one failure
    }
    if ($Part -in 'all', 'lessons') {
        $said = & $env:HACKLAB_EXE release --check | Tee-Object -Variable shown | Select-String '^(\d+) passed, (\d+) failed' | Select-Object -Last 1
        $shown | Write-Host
        if ($said) {
            $passed += [int] $said.Matches[0].Groups[1].Value
            $failed += [int] $said.Matches[0].Groups[2].Value
        }
        else { $failed += 1 }
    }
    $line = "$passed passed, $failed failed"
    if ($skipped -gt 0) { $line += ", $skipped skipped" }
    Write-Host $line
    if ($failed -gt 0) { exit 1 }
    exit 0
}
finally { Pop-Location }
