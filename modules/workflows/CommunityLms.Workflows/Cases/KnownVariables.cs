namespace CommunityLms.Workflows.Cases;

/// <summary>The variables every case has from the beginning; no answer may change them.</summary>
internal static class KnownVariables
{
    public const string Starter = "starter";
    public const string StarterName = "starterName";
    public const string Unit = "unit";

    public static bool Has(string name) => name is Starter or StarterName or Unit;
}
