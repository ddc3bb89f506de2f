using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Figures;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Api;

/// <param name="Contracts">How many it has in each state.</param>
internal sealed record ProgrammeItem(Guid Id, string Name, DateOnly From, DateOnly To, ProgrammeState State, IReadOnlyDictionary<ContractState, int> Contracts);

/// <summary>A programme as it was set up.</summary>
internal sealed record ProgrammeDetail(Guid Id, string Name, DateOnly From, DateOnly To, DateOnly? MidtermOn, ProgrammeState State, string WorkflowKey, IReadOnlyList<PairingForms> Forms,
    BackboneLevel? MentorLevel, bool OnlyRuralTrainees, string? Terms, IReadOnlyList<Guid> SubjectIds, IReadOnlyList<StageItem> Stages, IReadOnlyList<ActivityItem> Activities);

/// <param name="Number">From 1.</param>
internal sealed record StageItem(int Number, string Name, DateOnly From, DateOnly To);

/// <param name="Side">Who has to do it; null for both.</param>
/// <param name="SubjectId">The one subject that asks for it; null for all.</param>
/// <param name="From">The first day on which it can be done; null from the first day of the contract.</param>
/// <param name="To">The last such day; null to the last day of the contract.</param>
internal sealed record ActivityItem(string Name, ActivityKind Kind, int Times, Side? Side, Guid? SubjectId, int? MinimumCharacters, DateOnly? From, DateOnly? To);

/// <param name="Key">Its name in addresses.</param>
/// <param name="Records">The page that lists what stands behind the number.</param>
internal sealed record FigureItem(string Key, string Name, long Value, string CountedBy, string Records);

/// <summary>Programmes and their figures under /api/v1/mentoring/programmes.</summary>
internal sealed class ProgrammesApi : IApiContributor
{
    public string Path => "mentoring";

    public void Map(IEndpointRouteBuilder api)
    {
        var programmes = api.MapGroup("/programmes");
        programmes.MapGet("/", List).RequirePermission(MentoringPermissions.Programmes.View).WithSummary("Lists the institute's programmes, the newest first");
        programmes.MapGet("/{id:guid}", Get).RequirePermission(MentoringPermissions.Programmes.View).WithSummary("One programme with its stages and what each side has to do");
        programmes.MapGet("/{id:guid}/figures", Report).RequirePermission(MentoringPermissions.Contracts.View).WithSummary("The figures of a programme, for the trainees the caller may see");
    }

    private static async Task<IReadOnlyList<ProgrammeItem>> List(ProgrammeQueries programmes, CancellationToken cancel) =>
        [.. (await programmes.All(cancel)).Select(p => new ProgrammeItem(p.Id, p.Name, p.From, p.To, p.State, p.Contracts))];

    private static async Task<ProgrammeDetail> Get(Guid id, ProgrammeQueries programmes, CancellationToken cancel)
    {
        var programme = await programmes.Find(id, cancel);
        return new(programme.Id, programme.Name, programme.From, programme.To, programme.MidtermOn, programme.State, programme.WorkflowKey, [.. ProgrammeWords.Forms.Where(programme.Allows)],
            programme.MentorLevel, programme.OnlyRuralTrainees, programme.Terms, [.. programme.Subjects.Select(s => s.SubjectId)],
            [.. programme.Stages.OrderBy(s => s.Number).Select(s => new StageItem(s.Number, s.Name, s.From, s.To))],
            [.. programme.Activities.OrderBy(a => a.Number).Select(a => new ActivityItem(a.Name, a.Kind, a.Times, a.Side, a.SubjectId, a.MinimumCharacters, a.From, a.To))]);
    }

    /// <param name="district">Only trainees of schools below this unit.</param>
    /// <param name="subject">Only contracts in this subject.</param>
    private static async Task<IReadOnlyList<FigureItem>> Report(Guid id, ProgrammeQueries programmes, FigureQueries figures, IStringLocalizer<MentoringModule> texts, CancellationToken cancel, Guid? district = null, Guid? subject = null)
    {
        var programme = await programmes.Find(id, cancel);
        var report = await figures.Report(programme.Id, new(district, subject), cancel);
        return [.. Figure.All.Select((f, i) => new FigureItem(f.Key, texts[f.Name], report.Whole.Values[i], texts[f.CountedBy], $"/mentoring/programmes/{programme.Id}/figures/records?figure={f.Key}"))];
    }
}
