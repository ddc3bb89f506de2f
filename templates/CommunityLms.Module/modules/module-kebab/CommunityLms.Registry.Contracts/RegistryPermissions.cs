namespace CommunityLms.Registry.Contracts;

/// <summary>The names of the module's permissions.</summary>
public static class RegistryPermissions
{
    public static class Dossiers
    {
        public const string View = "Registry.Dossiers.View";
        public const string Edit = "Registry.Dossiers.Edit";
    }
}
