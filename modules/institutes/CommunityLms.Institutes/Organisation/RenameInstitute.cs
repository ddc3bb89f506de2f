using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

internal sealed class RenameInstituteInput : IVersionedInput
{
    public Guid Stamp { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Name of the institute")]
    public string Name { get; set; } = "";

    [StringLength(Lengths.Name), Display(Name = "Name for readers of other languages")]
    public string? LatinName { get; set; }
}

/// <summary>Renames an institute, and its root unit with it.</summary>
internal sealed class RenameInstitute(InstitutesDbContext db, IAccess access, ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    public async Task Handle(Guid instituteId, RenameInstituteInput input, CancellationToken cancel)
    {
        await access.RequireEverywhere(InstitutesPermissions.HostInstitutes, cancel);
        using var _ = tenant.Change(instituteId);
        var institute = await db.Institutes.SingleOrDefaultAsync(i => i.Id == instituteId, cancel) ?? throw new RecordMissing("institute");
        var root = await db.Units.SingleAsync(u => u.ParentId == null, cancel);
        db.ExpectVersion(institute, input.Stamp);
        institute.Rename(input.Name.Trim(), string.IsNullOrWhiteSpace(input.LatinName) ? null : input.LatinName.Trim());
        root.Change(new(institute.Name, institute.LatinName, root.Code, root.Setting, root.Address), clock.Today());
        await db.SaveChangesAsync(cancel);
    }
}
