using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Machine;
using Rushes.Engine.Shooting.Books;

namespace Rushes.Studio.Pages;

/// <summary>What was shot, and what this machine has.</summary>
internal static class ShelfEndpoints
{
    public static void MapShelves(this IEndpointRouteBuilder app)
    {
        app.MapGet("/history", async (IRunBook runs, CancellationToken gone) => new RazorComponentResult<HistoryPage>(new { Runs = await runs.RunsAsync(gone) }));
        app.MapGet("/machine", async (IMachineCheck machine, CancellationToken gone) =>
            new RazorComponentResult<MachinePage>(new { Findings = await machine.ExamineAsync(gone) }));
    }
}
