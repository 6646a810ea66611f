package io.sylion.knowledge.view;

import io.sylion.knowledge.api.CreateEvaluationSet;
import io.sylion.knowledge.api.KnowledgeRefused;
import io.sylion.knowledge.api.KnowledgeRefused.Reason;
import io.sylion.knowledge.service.QuestionList;
import java.io.Serializable;
import java.util.UUID;

/** A new set of questions. */
public class EvaluationForm implements Serializable {
    private String base;
    private String name;
    private String questions;

    CreateEvaluationSet toCommand() {
        return new CreateEvaluationSet(baseId(), name, QuestionList.read(questions == null ? "" : questions));
    }

    private UUID baseId() {
        try {
            return UUID.fromString(base == null ? "" : base);
        } catch (IllegalArgumentException e) {
            throw new KnowledgeRefused(Reason.BASE, 0, "base");
        }
    }

    public String getBase() {
        return base;
    }

    public void setBase(String base) {
        this.base = base;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getQuestions() {
        return questions;
    }

    public void setQuestions(String questions) {
        this.questions = questions;
    }
}
