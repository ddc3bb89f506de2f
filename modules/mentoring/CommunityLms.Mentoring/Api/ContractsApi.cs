using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Mentoring.Api;

/// <param name="Waits">What the workflow waits for.</param>
internal sealed record ContractItem(Guid Id, string Trainee, string Mentor, string? School, string Subject, DateOnly From, DateOnly To, ContractState State, TrainingStatus Training, bool StatusesDisagree, IReadOnlyList<ContractStep> Waits);

/// <param name="Participation">The school's view of the trainee; Training is the institute's.</param>
internal sealed record ContractDetail(Guid Id, Guid ProgrammeId, Guid SubjectId, Guid MentorId, string Mentor, Guid MentorSchoolId, Guid TraineeId, string Trainee, Guid TraineeSchoolId, DateOnly From, DateOnly To,
    ContractState State, TrainingStatus Training, ParticipationStatus Participation, bool StatusesDisagree, string? StatusReason, string? ParticipationReason, int Amendment, string? Hash,
    IReadOnlyList<DecisionItem> Decisions, IReadOnlyList<ContractStageItem> Stages, IReadOnlyList<WaitItem> Waits);

/// <summary>The newest version of one of the four decisions.</summary>
internal sealed record DecisionItem(DecisionKind Kind, int Version, string Text, bool IsAgreed);

/// <param name="ClosedAt">When both sides had looked back.</param>
internal sealed record ContractStageItem(int Number, string Name, DateOnly From, DateOnly To, DateTime? OpenedAt, DateTime? ClosedAt);

/// <param name="Number">Of the stage; 0 for the contract as a whole.</param>
internal sealed record WaitItem(ContractStep Step, int Number, DateTime Since);

internal sealed record NewContract
{
    [Required]
    public Guid? ProgrammeId { get; init; }

    [Required]
    public Guid? SubjectId { get; init; }

    [Required]
    public Guid? MentorId { get; init; }

    [Required]
    public Guid? TraineeId { get; init; }
}

internal sealed record Drafted(Guid Id);

/// <summary>Contracts under /api/v1/mentoring/contracts: the same use cases as the pages.</summary>
internal sealed class ContractsApi : IApiContributor
{
    public string Path => "mentoring";

    public void Map(IEndpointRouteBuilder api)
    {
        var contracts = api.MapGroup("/contracts");
        var own = new OpenToAccountsAttribute("Only the two sides, the keepers of its seals and those who may see the trainee's contracts find it.");
        contracts.MapGet("/", List).RequirePermission(MentoringPermissions.Contracts.View).WithSummary("Lists the contracts of the caller's units, the newest first");
        contracts.MapGet("/mine", Mine).WithMetadata(new OpenToAccountsAttribute("It shows only the caller's own contracts.")).WithSummary("Lists the contracts in which the caller is mentor or trainee");
        contracts.MapGet("/{id:guid}", Get).WithMetadata(own).WithSummary("One contract with its decisions, stages and what it waits for");
        contracts.MapPost("/", Draft).RequirePermission(MentoringPermissions.Contracts.Manage).WithSummary("Pairs two people; the workflow of the programme begins");
    }

    private static async Task<Page<ContractItem>> List(ContractQueries contracts, [AsParameters] PageRequest page, CancellationToken cancel, Guid? programme = null, ContractState? state = null)
    {
        var found = await contracts.All(new(programme, state), page, cancel);
        return new([.. found.Items.Select(Item)], found.Next);
    }

    private static async Task<IReadOnlyList<ContractItem>> Mine(ContractQueries contracts, CancellationToken cancel) => [.. (await contracts.Mine(cancel)).Select(Item)];

    private static async Task<ContractDetail> Get(Guid id, ContractAccess access, IPeople people, CancellationToken cancel)
    {
        var c = await access.ToSee(id, cancel);
        var names = await people.Find([c.MentorId, c.TraineeId], cancel);
        return new(c.Id, c.ProgrammeId, c.SubjectId, c.MentorId, names[c.MentorId].Name.ToString(), c.MentorSchoolId, c.TraineeId, names[c.TraineeId].Name.ToString(), c.TraineeSchoolId, c.From, c.To,
            c.State, c.Training, c.Participation, c.StatusesDisagree, c.StatusReason, c.ParticipationReason, c.Amendment, c.AgreedText()?.Hash,
            [.. Enum.GetValues<DecisionKind>().Select(c.Latest).OfType<Decision>().Select(d => new DecisionItem(d.Kind, d.Version, d.Text, d.IsAgreed))],
            [.. c.Stages.OrderBy(s => s.Number).Select(s => new ContractStageItem(s.Number, s.Name, s.From, s.To, s.OpenedAt, s.ClosedAt))],
            [.. c.Awaited.OrderBy(a => a.Step).Select(a => new WaitItem(a.Step, a.Number, a.Since))]);
    }

    private static async Task<Created<Drafted>> Draft(NewContract pair, DraftContract draft, CancellationToken cancel)
    {
        var id = await draft.Handle(new() { ProgrammeId = pair.ProgrammeId!.Value, SubjectId = pair.SubjectId, MentorId = pair.MentorId, TraineeId = pair.TraineeId }, cancel);
        return TypedResults.Created($"/api/v1/mentoring/contracts/{id}", new Drafted(id));
    }

    private static ContractItem Item(ContractRow row) => new(row.Id, row.Trainee.ToString(), row.Mentor.ToString(), row.School?.ToString(), row.Subject.ToString(), row.From, row.To, row.State, row.Training, row.StatusesDisagree, row.Waits);
}
