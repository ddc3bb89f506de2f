using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests;

/// <summary>Programmes and contracts to begin a sentence with.</summary>
internal static class A
{
    public static readonly Guid English = Guid.CreateVersion7();
    public static readonly Party Mentor = new(Guid.CreateVersion7(), Guid.CreateVersion7());
    public static readonly Party Trainee = new(Guid.CreateVersion7(), Guid.CreateVersion7());
    public static readonly Signer MentorSigner = new(Mentor.PersonId, "何晓燕");
    public static readonly Signer TraineeSigner = new(Trainee.PersonId, "陈晓兰");
    public static readonly Signer Keeper = new(Guid.CreateVersion7(), "黄春梅", Guid.CreateVersion7(), "太平镇中心小学");
    public static readonly DateTime At = new(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc);
    public static readonly IReadOnlyList<StageGoal> StageGoals = [new(1, "Plans a lesson alone", "Two plans accepted"), new(2, "Shows an open lesson", "One open lesson heard by five")];

    public static ProgrammePlan Plan() => new("Old brings new", new(2026, 9, 1), new(2027, 6, 30), new(2027, 1, 20), "mentoring-contract", PairingForms.Usual, [English],
        [new("First term", new(2026, 9, 1), new(2027, 1, 31)), new("Second term", new(2027, 2, 15), new(2027, 6, 30))],
        [new("Hear a lesson", ActivityKind.LessonHeard, 14), new("Paper", ActivityKind.Paper, 1, MinimumCharacters: 2000), new("Open lesson", ActivityKind.LessonShown, 2, Side.Trainee)]);

    public static Programme Programme(ProgrammePlan? plan = null)
    {
        var programme = new Programme(plan ?? Plan());
        programme.Open();
        return programme;
    }

    /// <summary>A contract whose workflow asks for all four decisions.</summary>
    public static Contract Contract()
    {
        var contract = new Contract(Programme(), Mentor, Trainee, English);
        foreach (var kind in Enum.GetValues<DecisionKind>())
            contract.Ask(Guid.CreateVersion7(), Enum.Parse<ContractStep>(kind.ToString()), 0, AskedBy.Workflow, At);
        return contract;
    }

    public static Contract Agreed(this Contract contract)
    {
        foreach (var kind in Enum.GetValues<DecisionKind>())
        {
            contract.Propose(kind, Side.Mentor, $"{kind} as both want it", kind == DecisionKind.Goal ? StageGoals : [], At);
            contract.Agree(kind, contract.Latest(kind)!.Version, Side.Trainee, At);
        }
        return contract;
    }

    public static Contract SignedByBoth(this Contract contract)
    {
        contract.Ask(Guid.CreateVersion7(), ContractStep.MentorSignature, 0, AskedBy.Workflow, At);
        contract.Ask(Guid.CreateVersion7(), ContractStep.TraineeSignature, 0, AskedBy.Workflow, At);
        contract.Sign(Side.Mentor, contract.AgreedText()!.Hash, MentorSigner, At);
        contract.Sign(Side.Trainee, contract.AgreedText()!.Hash, TraineeSigner, At);
        return contract;
    }

    /// <summary>The office seals what both have signed.</summary>
    public static Contract SealedBy(this Contract contract, ContractStep office, AskedBy by = AskedBy.Workflow)
    {
        contract.Ask(Guid.CreateVersion7(), office, 0, by, At);
        contract.Seal(office, contract.AgreedText()!.Hash, Keeper, At);
        return contract;
    }

    public static Contract Active(this Contract contract)
    {
        contract.Activate(new(2026, 9, 10));
        return contract;
    }

    /// <summary>Does it, and expects that this rule refuses.</summary>
    public static void ShouldBreak(this Contract contract, Rule rule, Action<Contract> act) => Should.Throw<RuleBroken>(() => act(contract)).Rule.ShouldBe(rule);
}
