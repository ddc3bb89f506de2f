using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;

namespace CommunityLms.Mentoring.Programmes;

/// <summary>Whom a programme takes on each side, beside teaching the subject.</summary>
/// <param name="mentorLevel">The backbone level mentors have at least; null asks for none.</param>
/// <param name="levels">The highest level of each backbone teacher in the subject.</param>
internal sealed class Admission(BackboneLevel? mentorLevel, bool onlyRuralTrainees, IReadOnlyDictionary<Guid, BackboneLevel> levels)
{
    /// <summary>Why somebody isn't taken on this side; null where they are.</summary>
    /// <param name="setting">Of their school.</param>
    public Rule? Refuses(Side side, Guid personId, UnitSetting? setting) => side == Side.Mentor
        ? mentorLevel is { } least && (!levels.TryGetValue(personId, out var level) || level < least) ? ContractRules.NotBackbone : null
        : onlyRuralTrainees && setting is null or UnitSetting.Urban ? ContractRules.NotRural : null;
}

internal sealed class Admissions(ITeaching teaching, TimeProvider clock) : IScopedDependency
{
    /// <param name="mentors">Who may be a mentor; their levels are looked up where the programme asks for one.</param>
    public async Task<Admission> Of(Programme programme, Guid subjectId, IReadOnlyCollection<Guid> mentors, CancellationToken cancel) =>
        new(programme.MentorLevel, programme.OnlyRuralTrainees, programme.MentorLevel is null ? new Dictionary<Guid, BackboneLevel>() : await teaching.BackboneLevels(mentors, subjectId, clock.Today(), cancel));
}
