namespace CommunityLms.Mentoring.Contracts;

/// <summary>The names of the module's permissions. Mentor and trainee need none for what is theirs.</summary>
public static class MentoringPermissions
{
    public static class Programmes
    {
        public const string View = "Mentoring.Programmes.View";
        public const string Edit = "Mentoring.Programmes.Edit";
    }

    public static class Pairings
    {
        /// <summary>See the pairings in which a unit helps or is helped.</summary>
        public const string View = "Mentoring.Pairings.View";

        /// <summary>Draw up and end pairings of units that are helped.</summary>
        public const string Edit = "Mentoring.Pairings.Edit";
    }

    public static class Contracts
    {
        /// <summary>See the contracts of trainees and mentors of a unit.</summary>
        public const string View = "Mentoring.Contracts.View";

        /// <summary>Pair people, defer, withdraw, replace.</summary>
        public const string Manage = "Mentoring.Contracts.Manage";

        /// <summary>Say for a school how its trainees take part.</summary>
        public const string Participation = "Mentoring.Contracts.Participation";
    }

    public static class Inspections
    {
        /// <summary>Plan inspections and interviews, record what was found, make effective practice known.</summary>
        public const string Manage = "Mentoring.Inspections.Manage";
    }
}
