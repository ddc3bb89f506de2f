namespace CommunityLms.Institutes.Contracts;

/// <summary>The names of the module's permissions.</summary>
public static class InstitutesPermissions
{
    public static class Units
    {
        public const string View = "Institutes.Units.View";
        public const string Edit = "Institutes.Units.Edit";
    }

    public static class People
    {
        public const string View = "Institutes.People.View";
        public const string Edit = "Institutes.People.Edit";
        public const string Contact = "Institutes.People.Contact";
        public const string Import = "Institutes.People.Import";
    }

    public static class Grants
    {
        public const string View = "Institutes.Grants.View";
        public const string Edit = "Institutes.Grants.Edit";
        public const string Roles = "Institutes.Grants.Roles";
    }

    public static class Seals
    {
        public const string View = "Institutes.Seals.View";
        public const string Edit = "Institutes.Seals.Edit";
    }

    public static class Accounts
    {
        public const string Invite = "Institutes.Accounts.Invite";
    }

    /// <summary>Creating institutes is for whoever looks after the installation.</summary>
    public const string HostInstitutes = "Host.Institutes";
}
