using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace CommunityLms.Institutes.Seals;

/// <summary>Seals under /api/v1/institutes/seals: the same use cases as the pages.</summary>
internal sealed class SealsApi : IApiContributor
{
    public string Path => "institutes";

    public void Map(IEndpointRouteBuilder api)
    {
        var seals = api.MapGroup("/seals");
        seals.MapGet("/", List).RequirePermission(InstitutesPermissions.Seals.View).WithSummary("Lists the seals the caller may see, by unit");
        seals.MapGet("/{id:guid}", Get).RequirePermission(InstitutesPermissions.Seals.View).WithSummary("One seal with its keepers, its version as ETag");
        seals.MapGet("/{id:guid}/image", Image).RequirePermission(InstitutesPermissions.Seals.View).Produces<Stream>(StatusCodes.Status200OK, "image/png", "image/jpeg", "image/webp").WithSummary("The seal's image");
        // A form, because of the image; the group asks a browser for the token already.
        seals.MapPost("/", SetUp).RequirePermission(InstitutesPermissions.Seals.Edit).DisableAntiforgery().WithSummary("Sets up the seal of a school or office, with an image if there is one");
        seals.MapPut("/{id:guid}", Change).RequirePermission(InstitutesPermissions.Seals.Edit).DisableAntiforgery().ExpectsVersion().WithSummary("Gives a seal other words, another image or another last day (left out: no end); If-Match names the version seen");
        seals.MapPost("/{id:guid}/withdraw", Withdraw).RequirePermission(InstitutesPermissions.Seals.Edit).ExpectsVersion().WithSummary("Withdraws a seal for good; If-Match names the version seen");
        seals.MapPost("/{id:guid}/keepers", Entrust).RequirePermission(InstitutesPermissions.Seals.Edit).WithSummary("Entrusts a seal to a person");
        seals.MapDelete("/{id:guid}/keepers/{keeperId:guid}", TakeBack).RequirePermission(InstitutesPermissions.Seals.Edit).WithSummary("Takes a seal back from a keeper");
    }

    /// <param name="From">Today or later.</param>
    /// <param name="To">The last day; null for no end.</param>
    internal sealed record NewKeeper(Guid PersonId, DateOnly From, DateOnly? To = null);

    /// <param name="search">Words of the unit or of one above it, of the seal or of the name of one of today's keepers.</param>
    /// <param name="unitId">Only those of this unit and of the units below it.</param>
    /// <param name="withdrawn">Whether withdrawn seals are listed as well.</param>
    private static Task<Page<SealRow>> List(SealQueries seals, [AsParameters] PageRequest page, CancellationToken cancel, string? search = null, Guid? unitId = null, bool withdrawn = false) =>
        seals.List(new(search, unitId, withdrawn), page, cancel);

    private static Task<Ok<SealView>> Get(Guid id, SealQueries seals, HttpResponse response, CancellationToken cancel) => Show(id, seals, response, cancel);

    private static async Task<FileStreamHttpResult> Image(Guid id, SealQueries seals, IFileStore files, CancellationToken cancel)
    {
        var image = await files.Find(await seals.ImageOf(id, cancel), cancel) ?? throw new RecordMissing("image");
        return TypedResults.Stream(await files.Open(image.Id, cancel), image.ContentType, image.Name, entityTag: new EntityTagHeaderValue($"\"{image.ContentHash}\""));
    }

    private static async Task<Created<SealView>> SetUp([FromForm] Guid unitId, [FromForm, Required, StringLength(Lengths.Name)] string name, [FromForm] DateOnly? validUntil, IFormFile? image, SetUpSeal setUp, SealQueries seals, HttpResponse response, CancellationToken cancel)
    {
        var id = await setUp.Handle(new(unitId, name, image.AsSealImage(), validUntil), cancel);
        return TypedResults.Created($"/api/v1/institutes/seals/{id}", (await Show(id, seals, response, cancel)).Value);
    }

    private static async Task<Ok<SealView>> Change(Guid id, [FromForm, Required, StringLength(Lengths.Name)] string name, [FromForm] DateOnly? validUntil, IFormFile? image, ChangeSeal change, SealQueries seals, HttpContext http, CancellationToken cancel)
    {
        await change.Handle(new(id, name, image.AsSealImage(), validUntil, http.Request.ExpectedVersion()), cancel);
        return await Show(id, seals, http.Response, cancel);
    }

    private static async Task<Ok<SealView>> Withdraw(Guid id, ChangeSeal change, SealQueries seals, HttpContext http, CancellationToken cancel)
    {
        await change.Withdraw(id, http.Request.ExpectedVersion(), cancel);
        return await Show(id, seals, http.Response, cancel);
    }

    private static async Task<Ok<SealView>> Entrust(Guid id, NewKeeper keeper, EntrustSeal entrust, SealQueries seals, HttpResponse response, CancellationToken cancel)
    {
        await entrust.Handle(new(id, keeper.PersonId, keeper.From, keeper.To), cancel);
        return await Show(id, seals, response, cancel);
    }

    private static async Task<NoContent> TakeBack(Guid id, Guid keeperId, EntrustSeal entrust, CancellationToken cancel)
    {
        await entrust.TakeBack(id, keeperId, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SealView>> Show(Guid id, SealQueries seals, HttpResponse response, CancellationToken cancel)
    {
        var seal = await seals.Find(id, cancel);
        response.SetVersion(seal.Stamp);
        return TypedResults.Ok(seal);
    }
}
