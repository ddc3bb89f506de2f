using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>Pairs two people by hand; the workflow of the programme begins with it.</summary>
internal sealed class DraftContract(MentoringDbContext db, IAccess access, ITeaching teaching, IOrganisation organisation, IPeople people) : IScopedDependency
{
    /// <returns>The contract.</returns>
    /// <exception cref="RecordMissing">There is no such programme or person.</exception>
    /// <exception cref="RuleBroken">The two may not be paired in it.</exception>
    /// <exception cref="AccessDenied">The trainee's school isn't the person's to pair for.</exception>
    public async Task<Guid> Handle(PairInput input, CancellationToken cancel)
    {
        var programme = await db.Programmes.Include(p => p.Subjects).Include(p => p.Stages).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == input.ProgrammeId, cancel) ?? throw new RecordMissing("programme");
        var (mentorId, traineeId, subjectId) = (input.MentorId ?? Guid.Empty, input.TraineeId ?? Guid.Empty, input.SubjectId ?? Guid.Empty);
        var names = await people.Find([mentorId, traineeId], cancel);
        var posts = await teaching.PostsOf([mentorId, traineeId], cancel);
        var tree = await organisation.Tree(cancel);
        var contract = new Contract(programme, PartyOf(mentorId), PartyOf(traineeId), subjectId);
        await access.Require(MentoringPermissions.Contracts.Manage, contract.TraineeSchoolId, cancel);
        await EnsureNoOther(contract, cancel);
        db.Add(contract);
        await db.SaveChangesAsync(cancel);
        return contract.Id;

        Party PartyOf(Guid personId)
        {
            var name = names.GetValueOrDefault(personId)?.Name ?? throw new RecordMissing("person");
            return Eligibility.Party(personId, subjectId, programme, posts, tree) ?? throw new RuleBroken(ContractRules.NotEmployed, name.ToString());
        }
    }

    /// <summary>One current mentor for a trainee in a subject.</summary>
    private async Task EnsureNoOther(Contract contract, CancellationToken cancel)
    {
        var other = await db.Contracts.Where(c => c.TraineeId == contract.TraineeId && c.SubjectId == contract.SubjectId && c.From <= contract.To && c.To >= contract.From
            && c.State != ContractState.Ended && c.State != ContractState.Completed).Select(c => (Guid?)c.MentorId).FirstOrDefaultAsync(cancel);
        if (other is { } mentor)
            throw new RuleBroken(ContractRules.HasMentor, (await people.Find([mentor], cancel)).GetValueOrDefault(mentor)?.Name.ToString());
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

/// <summary>Who may take part in a programme.</summary>
internal static class Eligibility
{
    /// <summary>The school where somebody teaches the subject for the whole time of the programme.</summary>
    /// <returns>Null where there is none.</returns>
    public static Party? Party(Guid personId, Guid subjectId, Programme programme, IEnumerable<TeachingPost> posts, OrganisationTree tree) =>
        posts.Where(p => p.PersonId == personId && p.SubjectId == subjectId && p.Covers(programme.From, programme.To))
            .Select(p => tree.Above(p.UnitId, UnitKind.School)).FirstOrDefault(school => school is not null) is { } found ? new(personId, found.Id) : null;
}
