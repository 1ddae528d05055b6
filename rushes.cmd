@echo off
rem Prepares what is missing, builds once, and starts Rushes.
setlocal
set "here=%~dp0"
where dotnet >nul 2>nul || (echo Rushes needs the .NET 10 SDK: https://dotnet.microsoft.com/download 1>&2 & exit /b 4)
if not exist "%here%artifacts\rushes\rushes.dll" (
  echo Building Rushes ^(once^) ... 1>&2
  dotnet publish "%here%src\Rushes.Cli" -c Release -o "%here%artifacts\rushes" --nologo -v quiet 1>&2 || exit /b 4
)
dotnet "%here%artifacts\rushes\rushes.dll" %*
exit /b %errorlevel%
