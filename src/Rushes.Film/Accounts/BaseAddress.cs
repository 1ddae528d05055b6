namespace Rushes.Film.Accounts;

/// <summary>The rule for addresses that keys are sent to.</summary>
public static class BaseAddress
{
    /// <returns>Null when requests with a key may go there: https anywhere, plain http to this machine only.</returns>
    public static Mistake? Check(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? address.Scheme switch
        {
            "https" => null,
            "http" when address.IsLoopback => null,
            "http" => Mistake.Input("accounts.plain-http", "base_url", text),
            _ => Mistake.Input("accounts.address", "base_url", text),
        }
        : Mistake.Input("accounts.address", "base_url", text);
}
