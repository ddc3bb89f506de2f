using CommunityLms.Institutes.Accounts;
using CommunityLms.Kernel.Modularity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Institutes.Sample;

/// <summary>The accounts of the sample for the sign-in page, in Development and where the sample is there; nowhere else.</summary>
internal sealed class SampleSignIns(IHostEnvironment environment, UserManager<Account> accounts, ILogger<SampleSignIns> log) : IScopedDependency
{
    private static readonly SampleSignIn[] All =
    [
        Of(SampleAccounts.Admin, "Administrator of the institute and of the installation"),
        Of(SampleAccounts.District, "District officer"),
        Of(SampleAccounts.School, "School officer"),
        Of(SampleAccounts.Leader, "Tutor-group leader"),
        Of(SampleAccounts.Mentor, "Mentor, in both institutes"),
        Of(SampleAccounts.Trainee, "Trainee"),
        Of(SampleAccounts.SecondAdmin, "Administrator of the second institute"),
    ];

    public async Task<IReadOnlyList<SampleSignIn>> List() =>
        environment.IsDevelopment() && await accounts.FindByEmailAsync(All[0].Email) is not null ? All : [];

    /// <summary>Prints them at the start; they are invented people with one public password.</summary>
    public async Task Announce()
    {
        if (await List() is { Count: > 0 } all)
            log.LogInformation("Sample accounts, password {Password}: {Accounts}", SampleSeed.Password, string.Join(", ", all.Select(a => a.Email)));
    }

    private static SampleSignIn Of(string key, string who) => new(key + SampleSeed.Domain, who);
}

/// <param name="Who">English text, a key of translations.</param>
internal sealed record SampleSignIn(string Email, string Who);
