using AutoMapper;
using AutoMapper.QueryableExtensions;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Subjects;

/// <summary>A subject as the API shows it.</summary>
internal sealed record SubjectResource
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string? LatinName { get; init; }

    public DateOnly? ArchivedOn { get; init; }

    /// <summary>What If-Match names when the subject is changed.</summary>
    public Guid Version { get; init; }
}

internal sealed class SubjectProfile : Profile
{
    public SubjectProfile() => CreateMap<Subject, SubjectResource>().ForMember(r => r.Version, to => to.MapFrom(s => s.ConcurrencyStamp));
}

/// <summary>Subjects under /api/v1/institutes/subjects.</summary>
internal sealed class SubjectsApi : IApiContributor
{
    public string Path => "institutes";

    public void Map(IEndpointRouteBuilder api)
    {
        var subjects = api.MapGroup("/subjects");
        subjects.MapGet("/", List).RequirePermission(InstitutesPermissions.Units.View).WithSummary("Lists the institute's subjects, by code");
        subjects.MapGet("/{id:guid}", Get).RequirePermission(InstitutesPermissions.Units.View).WithSummary("One subject, its version as ETag");
        subjects.MapPost("/", Add).RequirePermission(InstitutesPermissions.Units.Edit).WithSummary("Adds a subject");
        subjects.MapPut("/{id:guid}", Change).RequirePermission(InstitutesPermissions.Units.Edit).ExpectsVersion().WithSummary("Changes a subject; If-Match names the version seen");
        subjects.MapPost("/{id:guid}/archive", Archive).RequirePermission(InstitutesPermissions.Units.Edit).ExpectsVersion().WithSummary("Archives a subject; If-Match names the version seen");
    }

    /// <param name="archived">Whether archived subjects are listed as well.</param>
    private static Task<Page<SubjectResource>> List(InstitutesDbContext db, IMapper mapper, [AsParameters] PageRequest page, CancellationToken cancel, bool archived = false) =>
        db.Subjects.Where(s => archived || s.ArchivedOn == null).ProjectTo<SubjectResource>(mapper.ConfigurationProvider).ToPage(s => s.Code, s => s.Id, page, cancel);

    private static Task<Ok<SubjectResource>> Get(Guid id, InstitutesDbContext db, IMapper mapper, HttpResponse response, CancellationToken cancel) => Show(id, db, mapper, response, cancel);

    private static async Task<Created<SubjectResource>> Add(SubjectDetails subject, EditSubjects edit, InstitutesDbContext db, IMapper mapper, HttpResponse response, CancellationToken cancel)
    {
        var id = await edit.Add(subject, cancel);
        return TypedResults.Created($"/api/v1/institutes/subjects/{id}", (await Show(id, db, mapper, response, cancel)).Value);
    }

    private static async Task<Ok<SubjectResource>> Change(Guid id, SubjectDetails subject, EditSubjects edit, InstitutesDbContext db, IMapper mapper, HttpContext http, CancellationToken cancel)
    {
        await edit.Change(id, http.Request.ExpectedVersion(), subject, cancel);
        return await Show(id, db, mapper, http.Response, cancel);
    }

    private static async Task<Ok<SubjectResource>> Archive(Guid id, EditSubjects edit, InstitutesDbContext db, IMapper mapper, HttpContext http, CancellationToken cancel)
    {
        await edit.Archive(id, http.Request.ExpectedVersion(), cancel);
        return await Show(id, db, mapper, http.Response, cancel);
    }

    private static async Task<Ok<SubjectResource>> Show(Guid id, InstitutesDbContext db, IMapper mapper, HttpResponse response, CancellationToken cancel)
    {
        var subject = await db.Subjects.Where(s => s.Id == id).ProjectTo<SubjectResource>(mapper.ConfigurationProvider).SingleOrDefaultAsync(cancel) ?? throw new RecordMissing("subject");
        response.SetVersion(subject.Version);
        return TypedResults.Ok(subject);
    }
}
