using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;

namespace CommunityLms.Institutes.Organisation;

internal class NewInstituteInput
{
    [Required, StringLength(Lengths.Name), Display(Name = "Name of the institute")]
    public string Name { get; set; } = "";

    [StringLength(Lengths.Name), Display(Name = "Name for readers of other languages")]
    public string? LatinName { get; set; }

    [Required, StringLength(Lengths.Code), Display(Name = "Family name")]
    public string FamilyName { get; set; } = "";

    [Required, StringLength(Lengths.Code), Display(Name = "Given name")]
    public string GivenName { get; set; } = "";

    [Required, StringLength(Lengths.Code), Display(Name = "Staff number")]
    public string StaffNumber { get; set; } = "";

    [Required, StringLength(Lengths.Email), EmailAddress, Display(Name = "E-mail address")]
    public string Email { get; set; } = "";
}

/// <summary>
/// Makes an institute with its root unit, the built-in roles and a first person who may administer it. Asks for no permission: it is reached
/// with the code of the first run, or through <see cref="AddInstitute"/>.
/// </summary>
internal sealed class SetUpInstitute(InstitutesDbContext db, PermissionCatalog permissions, ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    /// <param name="accountId">The administrator's account; null while the administrator is still to be invited.</param>
    public async Task<NewInstitute> Handle(NewInstituteInput input, Guid? accountId, CancellationToken cancel)
    {
        var today = clock.Today();
        var latin = string.IsNullOrWhiteSpace(input.LatinName) ? null : input.LatinName.Trim();
        var institute = new Institute(input.Name.Trim(), latin);
        using var _ = tenant.Change(institute.Id);
        var root = new Unit(UnitKind.Institute, new(institute.Name, institute.LatinName), parent: null, today);
        var roles = BuiltInRoles.Create(permissions.Definitions);
        var administrator = new Person(new(input.StaffNumber, input.FamilyName, input.GivenName, Email: input.Email));
        administrator.Employ(new(root.Id, today));
        if (accountId is { } account)
            administrator.Connect(account);
        db.Add(institute);
        db.Add(root);
        db.AddRange(roles);
        db.Add(administrator);
        db.Add(new Grant(administrator.Id, roles.Single(r => r.BuiltIn == UsualRoles.Administrator).Id, root.Id, today, to: null));
        await db.SaveChangesAsync(cancel);
        return new(institute.Id, administrator);
    }
}

internal sealed record NewInstitute(Guid InstituteId, Person Administrator);
