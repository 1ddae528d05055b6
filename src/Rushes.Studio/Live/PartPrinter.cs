using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Rushes.Studio.Live;

/// <summary>Prints a part of a page as markup, in the language of the caller.</summary>
public sealed class PartPrinter(IServiceProvider services, ILoggerFactory logs)
{
    public async Task<string> PrintAsync<TPart>(IDictionary<string, object?> parameters)
        where TPart : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPart>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
