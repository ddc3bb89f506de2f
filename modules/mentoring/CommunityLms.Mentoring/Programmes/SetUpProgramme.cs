using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Programmes;

/// <summary>Sets up a programme from a template, opens and closes it.</summary>
internal sealed class SetUpProgramme(MentoringDbContext db, IAccess access) : IScopedDependency
{
    /// <returns>The programme, not open yet.</returns>
    public async Task<Guid> Handle(NewProgrammeInput input, CancellationToken cancel)
    {
        await access.RequireEverywhere(MentoringPermissions.Programmes.Edit, cancel);
        var programme = new Programme(input.Plan());
        db.Add(programme);
        await db.SaveChangesAsync(cancel);
        return programme.Id;
    }

    public Task Open(Guid id, CancellationToken cancel) => Change(id, p => p.Open(), cancel);

    public Task Close(Guid id, CancellationToken cancel) => Change(id, p => p.Close(), cancel);

    private async Task Change(Guid id, Action<Programme> change, CancellationToken cancel)
    {
        await access.RequireEverywhere(MentoringPermissions.Programmes.Edit, cancel);
        change(await db.Programmes.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new RecordMissing("programme"));
        await db.SaveChangesAsync(cancel);
    }
}
