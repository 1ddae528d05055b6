using System.CommandLine;
using Rushes.Cli.Options;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Products;

namespace Rushes.Cli.Commands;

/// <summary>A product becomes a sales film with the text to post.</summary>
internal static class SalesVideoCommand
{
    public static Command Create(CommandRunner run)
    {
        var file = Opt.One("product", "cli.arg-product");
        var name = Opt.Text("--product", "cli.opt-product", "NAME");
        var images = Opt.Many("--image", "cli.opt-image", "FILE");
        var description = Opt.Text("--description", "cli.opt-description");
        var price = Opt.Text("--price", "cli.opt-price");
        var offer = Opt.Text("--offer", "cli.opt-offer");
        var call = Opt.Text("--call-to-action", "cli.opt-call");
        var link = Opt.Text("--link", "cli.opt-link", "URL");
        var place = Opt.Text("--out", "cli.opt-out", "DIR");
        var dryRun = Opt.Flag("--dry-run", "cli.opt-dry-run");
        var options = new FilmOptions();
        var command = new Command("sales-video", Sentence.Of("cli.cmd-sales-video"))
        {
            file, name, images, description, price, offer, call, link, place, dryRun,
        };
        foreach (var option in options.All)
            command.Options.Add(option);
        FilmBatch.Serve(run, command, async session =>
        {
            var parsed = session.Parsed;
            var given = parsed.GetValue(file);
            if (given is not null && parsed.GetValue(name) is not null)
                throw Mistake.Input("cli.not-both", "product", "PRODUCT.json", "--product").AsException();
            ProductFile page;
            if (given is not null)
            {
                var path = Reading.ExistingFile(given, "product");
                page = ProductFile.Read(await File.ReadAllTextAsync(path, session.Cancellation), path);
            }
            else
            {
                page = new ProductFile(
                    ProductFile.Checked(new Product
                    {
                        Name = parsed.GetValue(name) ?? throw Mistake.Input("cli.one-of", "product", "PRODUCT.json", "--product").AsException(),
                        Images = [.. (parsed.GetValue(images) ?? []).Select(image => Reading.ExistingFile(image, "--image"))],
                        Description = parsed.GetValue(description) ?? "",
                        Price = parsed.GetValue(price),
                        Offer = parsed.GetValue(offer),
                        CallToAction = parsed.GetValue(call),
                        Link = parsed.GetValue(link),
                    }),
                    null,
                    null);
            }

            foreach (var picture in page.Product.Images.Concat(page.Product.People.Select(person => person.Image).OfType<string>()))
                await session.Get<IPictureCheck>().CheckAsync(picture, session.Cancellation);
            var brief = options.Read(parsed, Workflow.SalesVideo, page.Product.Name);
            brief = brief with { Product = page.Product, Language = brief.Language ?? page.Language, Platform = brief.Platform ?? page.Platform };
            return new FilmWish(brief, null, parsed.GetValue(place), options.Wishes(parsed), parsed.GetValue(dryRun));
        });
        return command;
    }
}
