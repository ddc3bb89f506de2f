using CommunityLms.Kernel.Modularity;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Kernel.Web.Api;

/// <summary>Adds a module's endpoints below /api/v1/{module}.</summary>
public interface IApiContributor : IContributor
{
    /// <summary>The module's part of the path, in kebab case.</summary>
    string Path { get; }

    void Map(IEndpointRouteBuilder api);
}
