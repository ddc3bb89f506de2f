using System.Security.Claims;
using System.Text.Encodings.Web;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CommunityLms.Plugins.Tests;

/// <summary>Stands in for the institutes module: signs in whoever a header names, and knows what each of them may do.</summary>
[DependsOn(typeof(KernelWebModule))]
public sealed class TestHostModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("header", displayName: null, configureOptions: null);
}

/// <summary>The people of the tests. Two of them share an institute.</summary>
internal sealed record TestPerson(string Name, Guid Institute, params string[] Permissions)
{
    public const string Header = "X-Person";
    private static readonly Guid Here = Guid.CreateVersion7();

    public static readonly TestPerson Editor = new("Editor", Here, "Noticeboard.Notices.View", "Noticeboard.Notices.Post");
    public static readonly TestPerson Reader = new("Reader", Here, "Noticeboard.Notices.View");
    public static readonly TestPerson Stranger = new("Stranger", Here);
    public static readonly TestPerson Elsewhere = new("Elsewhere", Guid.CreateVersion7(), "Noticeboard.Notices.View", "Noticeboard.Notices.Post");

    public static readonly TestPerson Administrator = new("Administrator", Here, "Administration.Settings");

    public static readonly IReadOnlyList<TestPerson> All = [Editor, Reader, Stranger, Elsewhere, Administrator];

    public Guid Account { get; } = Guid.CreateVersion7();
}

internal sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TestPerson.All.SingleOrDefault(p => p.Name == Request.Headers[TestPerson.Header]) is not { } person)
            return Task.FromResult(AuthenticateResult.NoResult());
        var claims = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, person.Account.ToString()),
            new(LmsClaims.DisplayName, person.Name),
            new(LmsClaims.Institute, person.Institute.ToString()),
        ], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new(new(claims), Scheme.Name)));
    }
}

internal sealed class TestAccess(ICurrentUser user) : IAccess, IScopedDependency
{
    public Task<UnitScope> ScopeOf(string permission, CancellationToken cancel) =>
        Task.FromResult(TestPerson.All.Any(p => p.Account == user.Actor?.AccountId && p.Permissions.Contains(permission)) ? UnitScope.All : UnitScope.Nothing);
}

/// <summary>The shell asks for the institutes of whoever is signed in.</summary>
internal sealed class TestInstitutes(ICurrentTenant tenant) : IOwnInstitutes, IScopedDependency
{
    public Task<IReadOnlyList<OwnInstitute>> List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<OwnInstitute>>(tenant.Id is { } id ? [new(id, "Test institute", "Somebody", IsCurrent: true)] : []);
}
