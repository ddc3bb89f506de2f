using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Hosting;

namespace CommunityLms.Institutes.Accounts;

/// <summary>
/// Links for mails. They begin with the address in the settings, never with the one a request names: whoever forges that name would be sent
/// the secret in the link. Only in Development, where nobody has set an address, the request's own is taken.
/// </summary>
internal sealed class SiteLinks(ISettings settings, IHttpContextAccessor http, IHostEnvironment environment) : IScopedDependency
{
    /// <exception cref="RuleBroken">Nobody has set the address of this site.</exception>
    public async Task<string> To(string path, IEnumerable<KeyValuePair<string, string?>> query, CancellationToken cancel) =>
        QueryHelpers.AddQueryString(await Site(cancel) + path, query);

    private async Task<string> Site(CancellationToken cancel)
    {
        if (await settings.Get(MailSettings.SiteAddress, cancel) is { Length: > 0 } site)
            return site.TrimEnd('/');
        return environment.IsDevelopment() && http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}" : throw new RuleBroken(AccountRules.NoSiteAddress);
    }
}
