; The installer for Windows, for Inno Setup 6: iscc /DVersion=0.1.0 /DBundle=dist\soleus soleus.iss
; It installs for one person, without an administrator, and never touches a log.

[Setup]
AppId={{6F1C3B5E-6B0E-4C43-9C0B-50E1E5A7B0D2}
AppName=Soleus
AppVersion={#Version}
AppPublisher=the Soleus authors
DefaultDirName={autopf}\Soleus
DefaultGroupName=Soleus
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
OutputBaseFilename=soleus-{#Version}-windows
OutputDir=.
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
UninstallDisplayIcon={app}\soleus-gui.exe
WizardStyle=modern

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "german"; MessagesFile: "compiler:Languages\German.isl"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Soleus"; Filename: "{app}\soleus-gui.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.soleus"; ValueType: string; ValueData: "Soleus.Log"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Soleus.Log"; ValueType: string; ValueData: "Soleus log"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Soleus.Log\shell\open\command"; ValueType: string; ValueData: """{app}\soleus-gui.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.soleus-plan"; ValueType: string; ValueData: "Soleus.Plan"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Soleus.Plan"; ValueType: string; ValueData: "Soleus plan"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Soleus.Plan\shell\open\command"; ValueType: string; ValueData: """{app}\soleus-gui.exe"" ""%1"""
