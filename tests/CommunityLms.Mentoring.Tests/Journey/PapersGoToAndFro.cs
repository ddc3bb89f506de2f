using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Journey;

public sealed class PapersGoToAndFro
{
    private static readonly DateOnly s_today = new(2026, 10, 10);
    private readonly Evidence _paper = new(A.Contract().Agreed().SignedByBoth().Active(), A.Programme().Activities.First(a => a.Kind == ActivityKind.Paper), Side.Trainee, A.Trainee.PersonId,
        new() { Title = "Questions", On = s_today, Text = new('字', 2000) }, [], s_today);

    [Fact]
    public void SendBack_KeepsTheVersionWithTheWordOnIt()
    {
        _paper.SendBack(Side.Mentor, "Give an example", A.At);
        _paper.Revise(Side.Trainee, new('例', 2100), null, []);

        _paper.Rounds.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Number.ShouldBe(1), r => r.Characters.ShouldBe(2000), r => r.Comment.ShouldBe("Give an example"));
        (_paper.Characters, _paper.SentBackAt).ShouldBe((2100, null));
        _paper.Events.OfType<EvidenceSentBack>().ShouldHaveSingleItem();
    }

    [Fact]
    public void SendBack_ByWhoeverWroteIt_IsRefused() => Refused(EvidenceRules.NotOnesOwn, p => p.SendBack(Side.Trainee, "Well", A.At));

    [Fact]
    public void SendBack_Twice_IsRefused()
    {
        _paper.SendBack(Side.Mentor, "Give an example", A.At);
        Refused(EvidenceRules.IsSentBack, p => p.SendBack(Side.Mentor, "And another", A.At));
    }

    [Fact]
    public void SendBack_WhenAccepted_IsRefused()
    {
        _paper.Accept(Side.Mentor, A.At);
        Refused(EvidenceRules.IsAccepted, p => p.SendBack(Side.Mentor, "After all", A.At));
    }

    [Fact]
    public void Revise_WhenTheOtherSideHasIt_IsRefused() => Refused(EvidenceRules.IsNotSentBack, p => p.Revise(Side.Trainee, "Better", null, []));

    [Fact]
    public void Revise_WhenTheNewVersionIsTooShort_IsRefused()
    {
        _paper.SendBack(Side.Mentor, "Shorter, but not that short", A.At);
        Refused(EvidenceRules.TooShort, p => p.Revise(Side.Trainee, new('字', 1999), null, []));
    }

    [Fact]
    public void Revise_WithAFileInsteadOfText_ShowsIt()
    {
        _paper.SendBack(Side.Mentor, "Bring it as it is printed", A.At);
        _paper.Revise(Side.Trainee, null, null, [File]);
        _paper.Files.ShouldHaveSingleItem().Name.ShouldBe("paper.pdf");
    }

    [Fact]
    public void Revise_WithMoreFilesThanMayBe_IsRefused()
    {
        _paper.SendBack(Side.Mentor, "Photos as well", A.At);
        Refused(EvidenceRules.TooManyFiles, p => p.Revise(Side.Trainee, "text", null, [.. Enumerable.Repeat(File, Evidence.MostFiles + 1)]));
    }

    [Fact]
    public void Void_OfWhatWasAccepted_TellsOthers()
    {
        _paper.Accept(Side.Mentor, A.At);
        _paper.Void("Another's paper");
        _paper.Events.OfType<EvidenceVoided>().ShouldHaveSingleItem();
    }

    private static StoredFile File => new(Guid.CreateVersion7(), "paper.pdf", "application/pdf", 1000, "");

    private void Refused(Rule rule, Action<Evidence> act) => Should.Throw<RuleBroken>(() => act(_paper)).Rule.ShouldBe(rule);
}
