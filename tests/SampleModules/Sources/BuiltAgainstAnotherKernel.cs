/// <summary>Compiled against a kernel of version 9.9, which no host has.</summary>
public sealed class BuiltAgainstAnotherKernelModule : LmsModule;
