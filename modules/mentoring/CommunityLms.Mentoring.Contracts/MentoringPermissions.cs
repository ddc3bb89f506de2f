namespace CommunityLms.Mentoring.Contracts;

/// <summary>The names of the module's permissions. Mentor and trainee need none for what is theirs.</summary>
public static class MentoringPermissions
{
    public static class Programmes
    {
        public const string View = "Mentoring.Programmes.View";
        public const string Edit = "Mentoring.Programmes.Edit";
    }

    public static class Contracts
    {
        /// <summary>See the contracts of trainees and mentors of a unit.</summary>
        public const string View = "Mentoring.Contracts.View";

        /// <summary>Pair people, defer, withdraw, replace.</summary>
        public const string Manage = "Mentoring.Contracts.Manage";
    }
}
