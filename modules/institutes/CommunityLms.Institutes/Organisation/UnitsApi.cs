using AutoMapper;
using AutoMapper.QueryableExtensions;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Units under /api/v1/institutes/units.</summary>
internal sealed class UnitsApi : IApiContributor
{
    public string Path => "institutes";

    public void Map(IEndpointRouteBuilder api)
    {
        var units = api.MapGroup("/units");
        units.MapGet("/", List).RequirePermission(InstitutesPermissions.Units.View).WithSummary("Lists the units the caller may see, by name");
        units.MapGet("/{id:guid}", Get).RequirePermission(InstitutesPermissions.Units.View).WithSummary("One unit, its version as ETag");
        units.MapPost("/", Add).RequirePermission(InstitutesPermissions.Units.Edit).WithSummary("Adds a unit below another one");
        units.MapPut("/{id:guid}", Change).RequirePermission(InstitutesPermissions.Units.Edit).ExpectsVersion().WithSummary("Changes a unit; If-Match names the version seen");
        units.MapPost("/{id:guid}/move", Move).RequirePermission(InstitutesPermissions.Units.Edit).ExpectsVersion().WithSummary("Moves a unit with all below it; If-Match names the version seen");
        units.MapPost("/{id:guid}/archive", Archive).RequirePermission(InstitutesPermissions.Units.Edit).ExpectsVersion().WithSummary("Archives a unit; If-Match names the version seen");
    }

    /// <param name="archived">Whether archived units are listed as well.</param>
    private static async Task<Page<UnitResource>> List(InstitutesDbContext db, IMapper mapper, IAccess access, [AsParameters] PageRequest page, CancellationToken cancel,
        UnitKind? kind = null, Guid? parentId = null, bool archived = false)
    {
        var units = db.Units.Within(await access.ScopeOf(InstitutesPermissions.Units.View, cancel), u => u.Id)
            .Where(u => (archived || u.ArchivedOn == null) && (kind == null || u.Kind == kind) && (parentId == null || u.ParentId == parentId));
        return await units.ProjectTo<UnitResource>(mapper.ConfigurationProvider).ToPage(u => u.Name, u => u.Id, page, cancel);
    }

    private static async Task<Ok<UnitResource>> Get(Guid id, InstitutesDbContext db, IMapper mapper, IAccess access, HttpResponse response, CancellationToken cancel)
    {
        var unit = await Show(id, db, mapper, response, cancel);
        await access.Require(InstitutesPermissions.Units.View, id, cancel);
        return unit;
    }

    private static async Task<Created<UnitResource>> Add(NewUnit unit, AddUnit add, InstitutesDbContext db, IMapper mapper, HttpResponse response, CancellationToken cancel)
    {
        var id = await add.Handle(unit.ParentId, unit.Kind, new(unit.Name, unit.LatinName, unit.Code, unit.Setting, unit.Address), cancel);
        return TypedResults.Created($"/api/v1/institutes/units/{id}", (await Show(id, db, mapper, response, cancel)).Value);
    }

    private static async Task<Ok<UnitResource>> Change(Guid id, UnitDetails details, ChangeUnit change, InstitutesDbContext db, IMapper mapper, HttpContext http, CancellationToken cancel)
    {
        await change.Handle(id, http.Request.ExpectedVersion(), details, cancel);
        return await Show(id, db, mapper, http.Response, cancel);
    }

    private static async Task<Ok<UnitResource>> Move(Guid id, UnitPlace place, MoveUnit move, InstitutesDbContext db, IMapper mapper, HttpContext http, CancellationToken cancel)
    {
        await move.Handle(id, http.Request.ExpectedVersion(), place.ParentId, cancel);
        return await Show(id, db, mapper, http.Response, cancel);
    }

    private static async Task<Ok<UnitResource>> Archive(Guid id, ArchiveUnit archive, InstitutesDbContext db, IMapper mapper, HttpContext http, CancellationToken cancel)
    {
        await archive.Handle(id, http.Request.ExpectedVersion(), cancel);
        return await Show(id, db, mapper, http.Response, cancel);
    }

    private static async Task<Ok<UnitResource>> Show(Guid id, InstitutesDbContext db, IMapper mapper, HttpResponse response, CancellationToken cancel)
    {
        var unit = await db.Units.Where(u => u.Id == id).ProjectTo<UnitResource>(mapper.ConfigurationProvider).SingleOrDefaultAsync(cancel) ?? throw new RecordMissing("unit");
        response.SetVersion(unit.Version);
        return TypedResults.Ok(unit);
    }
}
