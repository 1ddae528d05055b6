using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rushes.Cli;
using Rushes.Engine.Doors;
using Rushes.Studio;

namespace Rushes.Integration.Studio;

/// <summary>A studio on every address of the machine, with an owner.</summary>
public sealed class OpenToOthers : OpenStudio
{
    public const string Password = "correct horse battery";

    public const string Name = "studio.example";

    public override async ValueTask InitializeAsync()
    {
        await AtTheDoorAsync(doors => doors.SetPasswordAsync(Password, CancellationToken.None));
        await base.InitializeAsync();
    }

    /// <summary>What the owner does at the machine itself, in another process.</summary>
    public async Task AtTheDoorAsync(Func<Doorkeeper, Task> deed)
    {
        await using var services = StudioServices.Open(Home.Home);
        await deed(services.GetRequiredService<Doorkeeper>());
    }

    private protected override StudioOptions Options(StudioOptions usual) => usual with { Address = IPAddress.Any, Names = [Name] };
}
