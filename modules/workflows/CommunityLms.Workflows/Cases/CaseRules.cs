using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Engine.Execution;

namespace CommunityLms.Workflows.Cases;

internal static class CaseRules
{
    public const int LargestState = 2_000_000;

    public static readonly Rule TitleFits = new("A title has from 1 to {0} letters.", "Title");
    public static readonly Rule KeyFits = new("A key has from 1 to {0} letters.");
    public static readonly Rule StateFits = new("The case holds more data than a case may.");
    public static readonly Rule KeyTaken = new("A case with the key {0} is running already.");
    public static readonly Rule CallsTooDeep = new("Cases that call each other may stand {0} deep.");
    public static readonly Rule NotRunning = new("The case has ended.");
    public static readonly Rule AlreadyStarted = new("The case has begun already.");
    public static readonly Rule StepIsGone = new("This step was done or withdrawn in the meantime.");
    public static readonly Rule NobodyWaits = new("The case doesn’t wait for this any more.");
    public static readonly Rule NotPossibleHere = new("That can’t be done with this step.");
    public static readonly Rule TargetOutOfReach = new("The case can’t go there from this step.");
    public static readonly Rule ReasonNeeded = new("Say why.", "Reason");
    public static readonly Rule NoVariable = new("“{0}” can’t be put right: a name begins with a letter and goes on with letters and digits; who began the case and where stays.", "NewName");
    public static readonly Rule NoNumber = new("“{0}” takes a number, for example 12.5.");
    public static readonly Rule NoJson = new("“{0}” takes JSON of the kind that stands there.");
    public static readonly Rule NothingChanged = new("Nothing is different yet. Change a value, or go back.");
    public static readonly Rule UrgedAlready = new("The case was urged already; it can be urged again {0} hours after that.");
    public static readonly Rule ActedAlready = new("Somebody has acted on the case already, so it can’t be withdrawn.");
    public static readonly Rule NotForYou = new("This workflow isn’t yours to ask for there.", "UnitId");

    /// <summary>Why the engine refused, in words for people.</summary>
    public static Rule Of(Refusal refusal) => refusal switch
    {
        Refusal.NotRunning => NotRunning,
        Refusal.AlreadyStarted => AlreadyStarted,
        Refusal.StepIsGone => StepIsGone,
        Refusal.NobodyWaits => NobodyWaits,
        Refusal.NotPossibleHere => NotPossibleHere,
        _ => TargetOutOfReach,
    };
}
