using Rushes.FakeProviders.Clips;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;

namespace Rushes.FakeProviders.Wires;

/// <summary>What every wire finds behind the stage.</summary>
internal sealed class Backstage
{
    public Backstage(FakeOptions options)
    {
        Options = options;
        Accounts = new AccountBook(options);
        Operations = new OperationBook(options.Time);
        Clips = new ClipShelf(options);
        Links = new SignedLinks(options.Time, options.LinkLife);
    }

    public FakeOptions Options { get; }

    public AccountBook Accounts { get; }

    public FaultBook Faults { get; } = new();

    public OperationBook Operations { get; }

    public ClipShelf Clips { get; }

    public UploadShelf Uploads { get; } = new();

    public SignedLinks Links { get; }

    /// <summary>Where the provider's interface listens; known once it does.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1/");

    /// <summary>Where the download host listens; known once it does.</summary>
    public Uri CdnAddress { get; set; } = new("http://127.0.0.1/");

    public DateTimeOffset Now => Options.Time.GetUtcNow();

    public Task WaitAsync(TimeSpan span, CancellationToken cancellation) =>
        span <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(span, Options.Time, cancellation);
}
