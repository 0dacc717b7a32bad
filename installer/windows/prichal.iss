; The setup program for Windows; `python installer\build.py windows` compiles it after freezing the program.
; It installs for all people of the workstation, or, without administrator's rights, for the one who runs it.
#ifndef Version
  #error "Version is missing: run python installer\build.py windows"
#endif

[Setup]
AppId={{6E0C2A56-6A0B-4D5E-9C3B-51C0B1A6F7D4}
AppName=Prichal
AppVersion={#Version}
AppPublisher=Prichal
DefaultDirName={autopf}\Prichal
DefaultGroupName=Prichal
DisableProgramGroupPage=yes
PrivilegesRequired=admin
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
OutputBaseFilename=prichal-{#Version}-setup
SetupIconFile=..\..\build\icons\prichal.ico
UninstallDisplayIcon={app}\prichal.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Languages]
Name: "russian"; MessagesFile: "compiler:Languages\Russian.isl"
Name: "english"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
english.Autostart=Start with Windows
russian.Autostart=Запускать вместе с Windows
english.Desktop=Icon on the desktop
russian.Desktop=Значок на рабочем столе

[Tasks]
Name: "desktop"; Description: "{cm:Desktop}"
Name: "autostart"; Description: "{cm:Autostart}"; Flags: unchecked

[Files]
Source: "..\..\dist\prichal\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "..\linux\office.toml"; DestDir: "{commonappdata}\Prichal"; Flags: onlyifdoesntexist uninsneveruninstall; Check: IsAdminInstallMode

[Icons]
Name: "{group}\Prichal"; Filename: "{app}\prichal.exe"
Name: "{autodesktop}\Prichal"; Filename: "{app}\prichal.exe"; Tasks: desktop

[Registry]
Root: HKA; Subkey: "Software\Classes\prichal"; ValueType: string; ValueData: "URL:Prichal"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\prichal"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\prichal\shell\open\command"; ValueType: string; ValueData: """{app}\prichal.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "Prichal"; ValueData: """{app}\prichal.exe"""; Flags: uninsdeletevalue; Tasks: autostart

[Run]
Filename: "{app}\prichal.exe"; Description: "{cm:LaunchProgram,Prichal}"; Flags: nowait postinstall skipifsilent
