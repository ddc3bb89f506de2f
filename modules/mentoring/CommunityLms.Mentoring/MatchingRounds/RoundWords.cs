using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Matching.Explaining;
using CommunityLms.Mentoring.Matching.MidTerm;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>What states, wishes, hurdles and reasons of matchings are called.</summary>
internal sealed class RoundWords(IStringLocalizer<MentoringModule> texts) : IScopedDependency
{
    public (StateKind Kind, string Words) Of(RoundState state) => state switch
    {
        RoundState.Preparing => (StateKind.Neutral, texts["being prepared"]),
        RoundState.Asking => (StateKind.Waiting, texts["asks for preferences"]),
        RoundState.Computed => (StateKind.News, texts["computed"]),
        _ => (StateKind.Done, texts["published"]),
    };

    public string Of(MatchingMethod method) => method == MatchingMethod.Optimum ? texts["Best fit of all"] : texts["By preferences of both sides"];

    public string Of(Wish wish) => wish switch
    {
        Wish.GradeBand => texts["Same grades"],
        Wish.UrbanHelpsRural => texts["An urban mentor for a rural trainee"],
        Wish.OtherSchool => texts["Different schools"],
        Wish.SameDistrict => texts["Same district"],
        Wish.Together => texts["Together again"],
        Wish.SomebodyNew => texts["Somebody new"],
        _ => texts["Preferences of both"],
    };

    /// <summary>Of a wish by the name it is stored under.</summary>
    public string OfWish(string wish) => Of(Enum.Parse<Wish>(wish));

    public string Of(Hurdle hurdle) => hurdle switch
    {
        Hurdle.NotForWholeTime => texts["doesn’t teach the subject for the whole time of the programme"],
        Hurdle.NotInASchool => texts["the post isn’t in a school"],
        Hurdle.HasMentor => texts["has a mentor in this subject"],
        Hurdle.NotBackbone => texts["isn’t a backbone teacher of the level the programme asks for"],
        Hurdle.NotRural => texts["doesn’t teach at a rural or village school"],
        _ => texts["has as many trainees as places"],
    };

    public string Of(GradeBand band) => band switch
    {
        GradeBand.LowerPrimary => texts["Grades 1 to 2"],
        GradeBand.MiddlePrimary => texts["Grades 3 to 4"],
        GradeBand.UpperPrimary => texts["Grades 5 to 6"],
        GradeBand.JuniorSecondary => texts["Grades 7 to 9"],
        _ => texts["Grades 10 to 12"],
    };

    public string Of(UnmatchedReason reason) => reason switch
    {
        UnmatchedReason.NoCandidate => texts["The rules leave no mentor."],
        UnmatchedReason.OnlyForbidden => texts["Mentors would be left, and each of these pairs is excluded by hand."],
        UnmatchedReason.AllFull => texts["All mentors they could have are full."],
        _ => texts["Every pair would fit too badly."],
    };

    /// <summary>Of a rule that excludes pairs, by the name it is stored under.</summary>
    public string OfRule(string rule) => rule switch
    {
        nameof(ContractRules.NotOneSchool) => texts["same school"],
        nameof(ContractRules.NotOneDistrict) => texts["same district"],
        _ => texts["another rule"],
    };

    /// <summary>The smallest change that would help.</summary>
    /// <param name="name">What somebody is called.</param>
    public string Of(Remedy remedy, Func<Guid, string> name) => remedy.Kind switch
    {
        RemedyKind.AddPlace => texts["One place more with {0} would help.", name(remedy.Mentor!.Value)],
        RemedyKind.LiftProhibition => texts["Allowing the pair with {0} would help.", name(remedy.Mentor!.Value)],
        RemedyKind.WaiveRule when remedy.Mentor is { } mentor => texts["Waiving the rule “{0}” for the pair with {1} would help.", OfRule(remedy.Rule!), name(mentor)],
        RemedyKind.WaiveRule => texts["Waiving the rule “{0}” would help.", OfRule(remedy.Rule!)],
        _ => texts["It would be possible at a higher cost."],
    };

    public string Of(ChangeCause cause) => cause switch
    {
        ChangeCause.HadNone => texts["takes the place that is open"],
        ChangeCause.TraineeLeft => texts["the trainee left"],
        ChangeCause.MentorLeft => texts["the mentor stopped"],
        ChangeCause.RuleExcludes => texts["a rule excludes the pair now"],
        ChangeCause.Forbidden => texts["the pair is excluded by hand"],
        ChangeCause.PinnedElsewhere => texts["settled with another mentor"],
        ChangeCause.FewerPlaces => texts["the mentor has fewer places"],
        ChangeCause.MadeRoom => texts["makes room for somebody who finds no other mentor"],
        _ => texts["fills a mentor’s minimum"],
    };
}
