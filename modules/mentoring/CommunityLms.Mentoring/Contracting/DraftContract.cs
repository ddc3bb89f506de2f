using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>Pairs two people by hand; the workflow of the programme begins with it.</summary>
internal sealed class DraftContract(MentoringDbContext db, ProgrammeQueries programmes, Drafting drafting) : IScopedDependency
{
    /// <returns>The contract.</returns>
    /// <exception cref="RecordMissing">There is no such programme or person.</exception>
    /// <exception cref="RuleBroken">The two may not be paired in it.</exception>
    /// <exception cref="AccessDenied">The trainee's school isn't the person's to pair for.</exception>
    public async Task<Guid> Handle(PairInput input, CancellationToken cancel)
    {
        var programme = await programmes.Find(input.ProgrammeId, cancel);
        var id = Guid.Empty;
        await db.SaveOnLatest(async () =>
        {
            var drafts = await drafting.Draft(programme, input.SubjectId ?? Guid.Empty, [new(input.MentorId ?? Guid.Empty, input.TraineeId ?? Guid.Empty)], programme.From, over: [], cancel);
            if (drafts.Refused is [var refused])
                throw refused.Why;
            id = db.Add(drafts.Contracts[0]).Entity.Id;
        }, cancel, makesRows: true);
        return id;
    }
}

/// <summary>What the form asks for.</summary>
internal sealed record PairInput
{
    public Guid ProgrammeId { get; set; }

    [Required, Display(Name = "Subject")]
    public Guid? SubjectId { get; set; }

    [Required, Display(Name = "Mentor")]
    public Guid? MentorId { get; set; }

    [Required, Display(Name = "Trainee")]
    public Guid? TraineeId { get; set; }
}
