using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Subjects;

/// <param name="Teachers">Who teaches it today.</param>
internal sealed record SubjectRow(Guid Id, string Code, LocalName Name, DateOnly? ArchivedOn, Guid Stamp, int Teachers);

/// <summary>Reads the institute's subjects; everyone who sees units sees all of them.</summary>
internal sealed class SubjectQueries(InstitutesDbContext db, TimeProvider clock) : IScopedDependency
{
    /// <summary>The active ones in the order of their codes, then the archived ones.</summary>
    public async Task<IReadOnlyList<SubjectRow>> All(CancellationToken cancel)
    {
        var today = clock.Today();
        return await db.Subjects.OrderBy(s => s.ArchivedOn != null).ThenBy(s => s.Code).Select(s => new SubjectRow(s.Id, s.Code, new(s.Name, s.LatinName), s.ArchivedOn, s.ConcurrencyStamp,
            db.Employments.Where(e => e.SubjectId == s.Id && e.From <= today && (e.To == null || e.To >= today)).Select(e => e.PersonId).Distinct().Count())).ToListAsync(cancel);
    }

    /// <exception cref="RecordMissing">The institute has no such subject.</exception>
    public async Task<StoredSubject> Stored(Guid id, CancellationToken cancel) =>
        await db.Subjects.Where(s => s.Id == id).Select(s => new StoredSubject(new(s.Code, s.Name, s.LatinName), s.ConcurrencyStamp, s.ArchivedOn)).SingleOrDefaultAsync(cancel)
        ?? throw new RecordMissing("subject");
}

/// <summary>A subject's details with the version they are of.</summary>
internal sealed record StoredSubject(SubjectDetails Details, Guid Stamp, DateOnly? ArchivedOn);
