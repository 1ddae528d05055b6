@echo off
rem Prepares what is missing, builds once, and starts Rushes.
setlocal disabledelayedexpansion
set "here=%~dp0"
set "program=%here%artifacts\rushes\rushes.dll"
set "stamp=%here%artifacts\rushes\.built"

where dotnet >nul 2>nul
if errorlevel 1 (
  echo Rushes needs the .NET 10 SDK: https://dotnet.microsoft.com/download 1>&2
  exit /b 4
)

rem Build when there is nothing built yet, or when a source is newer than what was built.
if not exist "%program%" goto build
if not exist "%stamp%" goto build
powershell -NoProfile -NonInteractive -Command "$built = (Get-Item -LiteralPath $env:stamp -Force).LastWriteTimeUtc; $newer = 'src', 'data', 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props', 'package-lock.json' | ForEach-Object { Get-ChildItem -LiteralPath (Join-Path $env:here $_) -Recurse -File } | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.FullName -notmatch '\\(bin|obj)\\' } | Select-Object -First 1; if ($newer) { exit 1 }; exit 0" >nul 2>nul
if errorlevel 1 goto build
goto run

:build
where npm >nul 2>nul
if errorlevel 1 (
  echo Rushes fetches its typefaces with npm: install Node.js from https://nodejs.org 1>&2
  exit /b 4
)
echo Building Rushes (once) ... 1>&2
set "log=%here%artifacts\build.log"
set "new=%here%artifacts\new"
set "old=%here%artifacts\old"
if not exist "%here%artifacts" mkdir "%here%artifacts"
if exist "%new%" rmdir /s /q "%new%"
rem Compiled for this machine beforehand; where the compiler for that cannot be had, the plain build does.
dotnet publish "%here%src\Rushes.Cli" -c Release -o "%new%" --nologo -v quiet --use-current-runtime --self-contained false -p:PublishReadyToRun=true >"%log%" 2>&1
if errorlevel 1 dotnet publish "%here%src\Rushes.Cli" -c Release -o "%new%" --nologo -v quiet >"%log%" 2>&1
if errorlevel 1 (
  echo The build failed; the whole log is in "%log%": 1>&2
  findstr /c:"error" "%log%" 1>&2
  exit /b 4
)
type nul >"%new%\.built"
if exist "%old%" rmdir /s /q "%old%"
rem A folder with files in use cannot be renamed, and nothing of it is lost.
if exist "%here%artifacts\rushes" move "%here%artifacts\rushes" "%old%" >nul 2>nul
if exist "%here%artifacts\rushes" (
  echo Rushes was changed but is still running from this folder; end it first. 1>&2
  exit /b 4
)
move "%new%" "%here%artifacts\rushes" >nul
if exist "%old%" rmdir /s /q "%old%"

:run
dotnet "%program%" %*
exit /b %errorlevel%
