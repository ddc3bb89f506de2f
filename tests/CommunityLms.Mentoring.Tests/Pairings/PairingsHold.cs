using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Pairings;

public sealed class PairingsHold
{
    private static readonly Programme s_programme = A.Programme();

    [Fact]
    public void DrawUp_OfTwoSchools_IsATwinningWithItsCadence()
    {
        var pairing = Pair(City.Twinning());
        (pairing.Level, pairing.State, pairing.IsOwnCentre).ShouldBe((PairingLevel.School, PairingState.Draft, false));
        pairing.Cadence.Select(c => (c.Number, c.Times, c.Per)).ShouldBe([(1, 1, CadencePeriod.TwoWeeks), (2, 2, CadencePeriod.Week), (3, 1, CadencePeriod.TwoWeeks), (4, 1, CadencePeriod.Semester), (5, 1, CadencePeriod.Semester)]);
    }

    [Fact]
    public void DrawUp_OfTwoDistrictsOrDepartments_HasTheirLevel()
    {
        Pair(City.Twinning(City.Tianhe, City.Huadu)).Level.ShouldBe(PairingLevel.District);
        Pair(City.Twinning(City.TangdenanEnglish, City.BeixingEnglish)).Level.ShouldBe(PairingLevel.Department);
    }

    [Fact]
    public void DrawUp_WhenADistrictsOwnCentreHelps_IsAPairing() => Pair(City.Twinning(helped: City.Huadu) with { HelpingId = null }).IsOwnCentre.ShouldBeTrue();

    [Fact]
    public void DrawUp_WhenASchoolsOwnCentreHelps_IsRefused() => Refused(City.Twinning() with { HelpingId = null }, PairingRules.CentreOfDistricts);

    [Fact]
    public void DrawUp_WhenAUnitHelpsItself_IsRefused() => Refused(City.Twinning(City.Huadu, City.Huadu), PairingRules.NotItself);

    [Fact]
    public void DrawUp_WhenAUnitIsUnknown_IsRefused()
    {
        Refused(City.Twinning() with { HelpedId = Guid.CreateVersion7() }, PairingRules.HelpedUnknown);
        Refused(City.Twinning() with { HelpingId = Guid.CreateVersion7() }, PairingRules.HelpingUnknown);
    }

    [Fact]
    public void DrawUp_WhenAUnitNoLongerTakesPart_IsRefused() => Refused(City.Twinning(helped: City.Closed), PairingRules.HelpedUnknown);

    [Fact]
    public void DrawUp_WhenADistrictHelpsASchool_IsRefused() => Refused(City.Twinning(City.Tianhe), PairingRules.LikeHelpsLike);

    [Fact]
    public void DrawUp_OfTheInstituteOrItsSection_IsRefused()
    {
        Refused(City.Twinning(helped: City.Institute), PairingRules.HelpedOfNoLevel);
        Refused(City.Twinning(City.TangdenanEnglish, City.Section), PairingRules.HelpedOfNoLevel);
    }

    [Fact]
    public void DrawUp_WhenTheProgrammeLacksTheSubject_IsRefused() => Refused(City.Twinning() with { SubjectId = Guid.CreateVersion7() }, ContractRules.SubjectOfProgramme);

    [Fact]
    public void DrawUp_WhenItsTimeLiesOutsideOrRunsBackwards_IsRefused()
    {
        Refused(City.Twinning() with { From = new(2026, 8, 31) }, PairingRules.WithinProgramme);
        Refused(City.Twinning() with { To = new(2027, 7, 1) }, PairingRules.WithinProgramme);
        Refused(City.Twinning() with { To = new(2026, 8, 31) }, PairingRules.EndsAfterItBegins);
    }

    [Fact]
    public void DrawUp_WhenAnActivityHappensNeverOrHasNoName_IsRefused()
    {
        Refused(City.Twinning() with { Cadence = [new("听课", 0, CadencePeriod.Week)] }, PairingRules.ActivityIsCounted);
        Refused(City.Twinning() with { Cadence = [new(" ", 1, CadencePeriod.Week)] }, PairingRules.ActivityIsNamed);
    }

    [Fact]
    public void DrawUp_InAClosedProgramme_IsRefused()
    {
        var closed = A.Programme();
        closed.Close();
        Should.Throw<RuleBroken>(() => new Pairing(closed, City.Twinning(), City.Tree)).Rule.ShouldBe(ProgrammeRules.IsClosed);
    }

    [Fact]
    public void Change_OfWhatWasAgreed_MakesItADraftAgain()
    {
        var pairing = Pair(City.Twinning());
        pairing.Agree(new(2026, 9, 3));
        pairing.Agree(new(2026, 9, 4));
        pairing.AgreedOn.ShouldBe(new DateOnly(2026, 9, 3));
        pairing.Change(s_programme, City.Twinning() with { Cadence = [] }, City.Tree);
        (pairing.State, pairing.AgreedOn, pairing.Cadence.Count).ShouldBe((PairingState.Draft, null, 0));
    }

    [Fact]
    public void End_KeepsWhyAndWhen_AndNothingChangesAfterIt()
    {
        var pairing = Pair(City.Twinning());
        Should.Throw<RuleBroken>(() => pairing.End(" ", new(2026, 12, 1))).Rule.ShouldBe(ContractRules.ReasonFits);
        pairing.End("学校合并", new(2026, 12, 1));
        (pairing.State, pairing.EndedOn, pairing.EndReason).ShouldBe((PairingState.Ended, new DateOnly(2026, 12, 1), "学校合并"));
        foreach (var act in (Action[])[() => pairing.Agree(new(2026, 12, 2)), () => pairing.End("再次", new(2026, 12, 2)), () => pairing.Change(s_programme, City.Twinning(), City.Tree)])
            Should.Throw<RuleBroken>(act).Rule.ShouldBe(PairingRules.IsOver);
    }

    [Fact]
    public void Doubles_OnlyTheSameUnitsAndSubjectAtTheSameTime()
    {
        var pairing = Pair(City.Twinning());
        pairing.Doubles(Pair(City.Twinning())).ShouldBeTrue();
        pairing.Doubles(pairing).ShouldBeFalse();
        pairing.Doubles(Pair(City.Twinning() with { SubjectId = A.English })).ShouldBeFalse();
        pairing.Doubles(Pair(City.Twinning(City.Beixing, City.Tangdenan))).ShouldBeFalse();
        Pair(City.Twinning() with { To = new(2026, 12, 31) }).Doubles(Pair(City.Twinning() with { From = new(2027, 1, 1) })).ShouldBeFalse();
        pairing.End("学校合并", new(2026, 12, 1));
        pairing.Doubles(Pair(City.Twinning())).ShouldBeFalse();
    }

    [Fact]
    public void SettingOf_ADepartment_IsThatOfItsSchool() => PairingLevels.SettingOf(City.BeixingEnglish.Id, City.Tree).ShouldBe(UnitSetting.Village);

    private static Pairing Pair(PairingPlan plan) => new(s_programme, plan, City.Tree);

    private static void Refused(PairingPlan plan, Rule rule) => Should.Throw<RuleBroken>(() => Pair(plan)).Rule.ShouldBe(rule);
}
