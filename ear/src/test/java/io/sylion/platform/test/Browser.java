package io.sylion.platform.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person's browser, French unless they choose otherwise. Whatever it is asked for, it waits until the page has it. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;

    public Browser() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=fr", "--disable-gpu");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "fr"));
        driver = new ChromeDriver(options);
        size(1280, 800);
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Width and height of the page in pixels. */
    public void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    public void open(String path) {
        driver.get(Installation.address() + path);
    }

    /** What is there once it is shown. */
    public WebElement find(By by) {
        return until("shown: " + by, d -> {
            WebElement found = d.findElement(by);
            return found.isDisplayed() ? found : null;
        });
    }

    public WebElement find(String css) {
        return find(By.cssSelector(css));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    public boolean has(String css) {
        return !all(css).isEmpty();
    }

    public void click(By by) {
        until("clickable: " + by, d -> {
            WebElement found = d.findElement(by);
            if (!found.isDisplayed() || !found.isEnabled()) {
                return null;
            }
            found.click();
            return found;
        });
    }

    public void click(String css) {
        click(By.cssSelector(css));
    }

    /** Clicks what leads to another page, and waits until the old one is gone. */
    public void follow(By by) {
        WebElement old = driver.findElement(By.tagName("html"));
        click(by);
        until("another page", d -> isGone(old) ? d : null);
        until("loaded", d -> "complete".equals(d.executeScript("return document.readyState")) ? d : null);
    }

    /** While the old page is taken away Chrome's driver may say so in words of its inspector, which Selenium has no exception for. */
    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            if (e.getMessage().contains("does not belong to the document")) {
                return true;
            }
            throw e;
        }
    }

    public void type(By by, String text) {
        WebElement field = find(by);
        field.clear();
        field.sendKeys(text);
    }

    public String text(String css) {
        return until("text of " + css, d -> d.findElement(By.cssSelector(css)).getText());
    }

    /** Waits until the part of the page contains these words. */
    public void shows(String css, String words) {
        until(
                "« " + words + " » in " + css,
                d -> d.findElements(By.cssSelector(css)).stream()
                                .anyMatch(element -> element.getText().contains(words))
                        ? d
                        : null);
    }

    public <T> T until(String wish, Function<ChromeDriver, T> look) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
        wait.ignoreAll(List.of(
                StaleElementReferenceException.class,
                NoSuchElementException.class,
                org.openqa.selenium.ElementNotInteractableException.class));
        wait.withMessage(() -> wish + " at " + driver.getCurrentUrl());
        return wait.until(d -> look.apply(driver));
    }

    /** Path and query of the page that is shown. */
    public String path() {
        return driver.getCurrentUrl().substring(Installation.address().length());
    }

    /** How far the page is wider than the window. */
    public long overflow() {
        return (Long) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** How far the page is higher than the window: nothing, where its parts scroll by themselves. */
    public long overhang() {
        return (Long) driver.executeScript(
                "return document.documentElement.scrollHeight - document.documentElement.clientHeight");
    }

    @Override
    public void close() {
        driver.quit();
    }
}
