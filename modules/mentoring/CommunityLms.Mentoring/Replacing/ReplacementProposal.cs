using System.Text.Json;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Mentoring.Replacing;

/// <summary>
/// A proposal as somebody asked for it, computed once in the background and kept to be read. It is theirs alone: which pairs may change depends on
/// what they may manage.
/// </summary>
[NotAudited]
internal sealed class ReplacementProposal : Aggregate
{
    private ReplacementProposal() { }

    /// <param name="comers">For vacancies that wait for a trainee, who comes.</param>
    public ReplacementProposal(Guid programmeId, Guid subjectId, Guid accountId, IReadOnlyDictionary<Guid, Guid> comers, DateTime at)
    {
        (ProgrammeId, SubjectId, AccountId, AskedAt) = (programmeId, subjectId, accountId, at);
        Comers = JsonSerializer.Serialize(comers);
    }

    public Guid ProgrammeId { get; private set; }

    public Guid SubjectId { get; private set; }

    /// <summary>Whose it is.</summary>
    public Guid AccountId { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>The job that computes it; null until it is queued.</summary>
    public Guid? JobId { get; private set; }

    /// <summary>Who comes in the place of which trainee, as JSON.</summary>
    public string Comers { get; private set; } = "";

    /// <summary>When it was computed or refused; null before.</summary>
    public DateTime? ComputedAt { get; private set; }

    /// <summary>What came of it (<see cref="Proposal"/>), as JSON; null where it isn't computed or was refused.</summary>
    public string? Result { get; private set; }

    /// <summary>Why it can't be computed (<see cref="Refusal"/>), as JSON; null where it can.</summary>
    public string? Refused { get; private set; }

    public IReadOnlyDictionary<Guid, Guid> ReadComers() => JsonSerializer.Deserialize<Dictionary<Guid, Guid>>(Comers)!;

    public Proposal? ReadResult() => Result is null ? null : JsonSerializer.Deserialize<Proposal>(Result);

    public Refusal? ReadRefusal() => Refused is null ? null : JsonSerializer.Deserialize<Refusal>(Refused);

    public void Compute(Proposal proposal, DateTime at) => (Result, ComputedAt) = (JsonSerializer.Serialize(proposal), at);

    public void Refuse(RuleBroken broken, DateTime at) =>
        (Refused, ComputedAt) = (JsonSerializer.Serialize(new Refusal(broken.Rule.Message, [.. broken.Args.Select(a => a?.ToString() ?? "")])), at);
}

/// <param name="Message">Of the rule: the key of its translations.</param>
internal sealed record Refusal(string Message, IReadOnlyList<string> Args);

internal sealed class ReplacementProposalMapping : IEntityTypeConfiguration<ReplacementProposal>
{
    public void Configure(EntityTypeBuilder<ReplacementProposal> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(p => new { p.TenantId, p.ProgrammeId, p.AccountId });
    }
}
