using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Rushes.Studio.Pages;

/// <summary>A page with a status of its own.</summary>
internal sealed class RazorComponentResultOf<TPage>(object parameters)
    where TPage : IComponent
{
    public int Status { get; init; } = 200;

    public RazorComponentResult<TPage> Result => new(parameters) { StatusCode = Status };
}
